using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.ML.Conflicts;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Conflicts;

public sealed class ConflictTests
{
    private const string Header = "filename\tspeech_edu_id\tchar_start_offset_edu\tchar_end_offset_edu\tspeech_sentence_id\tparagraph_id\ttext_edu\tConflict_Type\tConflict_Target\tTarget_Country_Name\tConflict_Target_2\tTarget_Country_Name_2";

    [Fact]
    public void UnitsOfASentenceWithTheSameMarks_AreOneExpression_OffsetsCountInTheSpeech()
    {
        ConflictSpeech[] speeches = Read(
            "UNSC_1999_SPV.1_spch001_edu_Chad.txt\t0\t0\t18\t0\t0\tWe thank everyone.\t_\t_\t_\t_\t_",
            "UNSC_1999_SPV.1_spch001_edu_Chad.txt\t1\t19\t39\t1\t1\tPeru has lied to us,\tDirect_NegEval\tCountry\tperu\t_\t_",
            "UNSC_1999_SPV.1_spch001_edu_Chad.txt\t2\t40\t56\t1\t1\tagain and again.\tDirect_NegEval\tCountry\tperu\t_\t_",
            "UNSC_1999_SPV.1_spch002_edu_Peru.txt\t0\t0\t10\t0\t0\tNot at all\tCorrection\tUnderspecified\tUnderdefined\t_\t_");
        Assert.Equal(["1999 SPV.1", "1999 SPV.1"], speeches.Select(s => s.Meeting));
        Assert.Equal(["TCD", "PER"], speeches.Select(s => s.Article.SpeakerCountry));
        Assert.Equal("We thank everyone.\nPeru has lied to us, again and again.", speeches[0].Article.Text);
        ConflictExpression expression = Assert.Single(speeches[0].Expressions);
        Assert.Equal("Peru has lied to us, again and again.", expression.Span.Slice(speeches[0].Article.Text).ToString());
        Assert.Equal(["PER"], expression.Targets);
        Assert.Empty(Assert.Single(speeches[1].Expressions).Targets);
    }

    [Fact]
    public void Score_CountsHostileClaimsOverExpressions_AndLeavesACountryOut()
    {
        var speech = new ConflictSpeech("m", new Article { Text = new string('x', 60) },
            [new ConflictExpression(new TextSpan(0, 10), "Challenge", ["RUS"]), new ConflictExpression(new TextSpan(20, 10), "Challenge", ["PER"]), new ConflictExpression(new TextSpan(40, 10), "Correction", [])]);
        Claim[] claims = [Of(0, 5, ActFamily.State, -1, "RUS"), Of(25, 5, ActFamily.Condemn, 0, "TCD"), Of(40, 5, ActFamily.State, 0, "PER"), Of(52, 5, ActFamily.State, -1, "PER")];
        var all = new ConflictScore("all");
        var rest = new ConflictScore("rest", "RUS");
        all.Add(speech, claims);
        rest.Add(speech, claims);
        Assert.Equal("all: 3 expressions, found 66.7; 2 with a named country, country right 50.0, of those found 50.0; 3 hostile claims, inside an expression 66.7", all.ToString());
        Assert.Equal("rest: 2 expressions, found 50.0; 1 with a named country, country right 0.0, of those found 0.0; 2 hostile claims, inside an expression 50.0", rest.ToString());
    }

    [Fact]
    public void MissingColumn_IsNamed() => Assert.Contains("text_edu", Assert.Throws<InvalidDataException>(() => ReadLines("filename\tchar_start_offset_edu\tchar_end_offset_edu\tspeech_sentence_id\tparagraph_id")).Message, StringComparison.Ordinal);

    private static Claim Of(int start, int length, ActFamily family, int stance, string target) =>
        new() { ClaimId = "", ActFamily = family, Act = "", Content = "", ContentSpans = [new TextSpan(start, length)], Stance = stance, Targets = [target] };

    private static ConflictSpeech[] Read(params string[] rows) => ReadLines([Header, .. rows]);

    private static ConflictSpeech[] ReadLines(params string[] lines)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            return [.. new ConflictCorpus(n => n.ToLowerInvariant() switch { "chad" => "TCD", "peru" => "PER", _ => null }).Read(path)];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
