using Diplomacy.Analysis.Attributions;
using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.Pipeline;
using Diplomacy.Analysis.Speakers;

namespace Diplomacy.Analysis.Batch.Tests;

/// <summary>
/// Stands in for the claim stage: the whole text is one claim by the speaker of the metadata, with every field filled. So
/// that reading, running and writing are tested whatever the language stages find. Throws where the text says so.
/// </summary>
internal sealed class EchoStage : IAnalysisStage
{
    public string Name => "echo";

    public AnalysisLayers Requires => AnalysisLayers.None;

    public AnalysisLayers Provides => AnalysisLayers.Claims;

    public static DiplomacyAnalyzer Analyzer { get; } = DiplomacyAnalyzer.CreateBuilder().UseStage(new EchoStage()).Build();

    public void Run(DocumentContext document)
    {
        Article article = document.Article;
        document.Claims.Clear();
        if (article.Text.Contains("make the stage fail", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("asked for");
        }

        document.Claims.Add(ClaimOf(article));
    }

    public static Claim ClaimOf(Article article)
    {
        string text = article.Text;
        return new Claim
        {
            ClaimId = "c-" + article.Id,
            DocId = article.Id,
            Title = article.Title,
            Source = article.Source,
            Url = article.Url,
            PublishedAt = article.PublishedAt,
            Speaker = article.Speaker,
            SpeakerName = article.Speaker,
            SpeakerOffice = article.Title,
            SpeakerCountry = article.SpeakerCountry ?? "-",
            SpeakerKind = SpeakerKind.Person,
            SpeakerResolution = SpeakerResolution.Metadata,
            Via = article.Speaker is null ? [] : [article.Speaker, "x;y|z\\"],
            ActFamily = ActFamily.Threaten,
            Act = "Threaten",
            Intensity = 3,
            Addressees = ["USA", "EU"],
            Targets = ["unspecified"],
            Content = text,
            Action = article.Title,
            Negated = true,
            Conditional = true,
            Condition = article.Speaker,
            Form = SpeechForm.Mixed,
            Cue = text,
            Quote = text,
            Stance = -2,
            StancePhrase = article.Title,
            Countries = ["CHN"],
            Cameo = "0242",
            PloverEvent = "THREATEN",
            PloverMode = "force",
            QuadClass = QuadClass.VerbalConflict,
            Goldstein = -4.4,
            Date = "2021-02",
            Place = article.Title,
            Venue = article.Speaker,
            Confidence = 1 / 3d,
            ActConfidence = 0.5,
            SpeakerConfidence = 0.25,
            AddresseeConfidence = 0.125,
            StanceConfidence = 0.0625,
            Evidence = [new Evidence("rule;a|b\\c", new TextSpan(0, text.Length), 0.25, text)],
            AttributionId = 7,
            Sentence = 2,
            ContentSpans = [new TextSpan(0, text.Length)],
            SpeakerSpans = [new TextSpan(0, text.Length / 2), new TextSpan(text.Length / 2, text.Length - (text.Length / 2))],
            CueSpans = [],
            StancePhraseSpans = [new TextSpan(0, 0)],
        };
    }
}
