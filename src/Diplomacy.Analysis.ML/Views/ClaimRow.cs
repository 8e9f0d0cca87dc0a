namespace Diplomacy.Analysis.ML.Views;

/// <summary>A claim as a row of an ML.NET data view: the columns that models are made of. Lists are joined by ";"; what a claim lacks is "" or NaN.</summary>
public sealed class ClaimRow
{
    /// <summary>Stable id of the claim.</summary>
    public string ClaimId { get; set; } = "";

    /// <summary>Id of the document.</summary>
    public string DocId { get; set; } = "";

    /// <summary>Resolved name of the speaker, else the mention.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>Country code of the speaker; "-" for none.</summary>
    public string SpeakerCountry { get; set; } = "";

    /// <summary>What the speaker is, as <see cref="Speakers.SpeakerKind"/> spells it.</summary>
    public string SpeakerKind { get; set; } = "";

    /// <summary>The act's family, as <see cref="Claims.ActFamily"/> spells it.</summary>
    public string ActFamily { get; set; } = "";

    /// <summary>The finer act.</summary>
    public string Act { get; set; } = "";

    /// <summary>Direct, mixed or indirect speech.</summary>
    public string Form { get; set; } = "";

    /// <summary>The words of the claim.</summary>
    public string Content { get; set; } = "";

    /// <summary>The words that introduce it.</summary>
    public string Cue { get; set; } = "";

    /// <summary>Codes of the states it is addressed to.</summary>
    public string Addressees { get; set; } = "";

    /// <summary>Codes of the states it is about.</summary>
    public string Targets { get; set; } = "";

    /// <summary>Codes of all states named.</summary>
    public string Countries { get; set; } = "";

    /// <summary>CAMEO code.</summary>
    public string Cameo { get; set; } = "";

    /// <summary>Stance, -2 to 2.</summary>
    public float Stance { get; set; }

    /// <summary>Goldstein value of the code; NaN where there is none.</summary>
    public float Goldstein { get; set; }

    /// <summary>Rung of the ladder of force; NaN where there is none.</summary>
    public float Intensity { get; set; }

    /// <summary>Whether the act is denied.</summary>
    public bool Negated { get; set; }

    /// <summary>Whether it hangs on a condition.</summary>
    public bool Conditional { get; set; }

    /// <summary>Whether it is hedged.</summary>
    public bool Hedged { get; set; }

    /// <summary>Confidence, 0 to 1.</summary>
    public float Confidence { get; set; }

    /// <summary>The row of a claim.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="claim"/> is null.</exception>
    public static ClaimRow Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ClaimRow
        {
            ClaimId = claim.ClaimId,
            DocId = claim.DocId,
            Speaker = claim.SpeakerName ?? claim.Speaker ?? "",
            SpeakerCountry = claim.SpeakerCountry,
            SpeakerKind = claim.SpeakerKind.ToString(),
            ActFamily = claim.ActFamily.ToString(),
            Act = claim.Act,
            Form = claim.Form.ToString(),
            Content = claim.Content,
            Cue = claim.Cue ?? "",
            Addressees = string.Join(';', claim.Addressees),
            Targets = string.Join(';', claim.Targets),
            Countries = string.Join(';', claim.Countries),
            Cameo = claim.Cameo ?? "",
            Stance = claim.Stance,
            Goldstein = (float?)claim.Goldstein ?? float.NaN,
            Intensity = claim.Intensity ?? float.NaN,
            Negated = claim.Negated,
            Conditional = claim.Conditional,
            Hedged = claim.Hedged,
            Confidence = (float)claim.Confidence,
        };
    }
}
