using Diplomacy.Analysis.Claims;
using Diplomacy.Analysis.ML.Acts;
using Xunit;

namespace Diplomacy.Analysis.ML.Tests.Acts;

public class RecordTrainerTests
{
    [Fact]
    public void Auroc_CountsPairs_TiesByHalf()
    {
        Assert.Equal(1, RecordTrainer.Auroc([(0.9, true), (0.2, false)]));
        Assert.Equal(0, RecordTrainer.Auroc([(0.1, true), (0.2, false)]));
        Assert.Equal(0.5, RecordTrainer.Auroc([(0.4, true), (0.4, false)]));
        Assert.Equal(0.75, RecordTrainer.Auroc([(0.9, true), (0.4, true), (0.4, false), (0.4, false)]));
    }

    [Fact]
    public void ExpectedError_WeighsBinsByTheirRecords() =>
        Assert.Equal((3 * 0.05 + 0.35) / 4, RecordTrainer.ExpectedError([(0.95, true), (0.95, true), (0.95, true), (0.35, false)]), 9);

    [Theory]
    [InlineData("Marta Vilela", "PRT", ActFamily.Appeal, "RUS", 2)]
    [InlineData("Vilela", "PRT", ActFamily.Appeal, "RUS", 2)]
    [InlineData("Marta Costa", "PRT", ActFamily.Appeal, "RUS", 1)]
    [InlineData("Marta Vilela", "ESP", ActFamily.Appeal, "RUS", 1)]
    [InlineData("Marta Vilela", "PRT", ActFamily.Demand, "RUS", 1)]
    [InlineData("Marta Vilela", "PRT", ActFamily.Appeal, "unspecified", 1)]
    public void Record_IsRight_WhenActSpeakerCountryAndAddresseeAre(string name, string country, ActFamily act, string addressee, int outcome)
    {
        var label = new LabelledClaim { Content = [new TextSpan(10, 20)], Act = ActFamily.Appeal, SpeakerName = "Marta Vilela", SpeakerCountry = "PRT", Addressees = ["RUS"] };
        var claim = new Claim { ClaimId = "x", Act = "Appeal", Content = "", ActFamily = act, SpeakerName = name, SpeakerCountry = country, Addressees = [addressee], ContentSpans = [new TextSpan(12, 18)] };
        Assert.Equal([outcome], RecordExamples.Outcomes([label], [claim]));
    }

    [Fact]
    public void EachField_IsJudgedByItself_NameAndCountryTogether()
    {
        var label = new LabelledClaim { Content = [new TextSpan(10, 20)], Act = ActFamily.Appeal, SpeakerName = "Marta Vilela", SpeakerCountry = "PRT", Addressees = ["RUS"], Stance = -1 };
        var claim = new Claim { ClaimId = "x", Act = "Demand", Content = "", ActFamily = ActFamily.Demand, SpeakerName = "Vilela", SpeakerCountry = "PRT", Addressees = ["UKR"], Stance = -2 };
        Assert.Equal([false, true, false, true], RecordExamples.Right(label, claim));
        Assert.Equal([true, false, true, false], RecordExamples.Right(label, claim with { ActFamily = ActFamily.Appeal, SpeakerCountry = "ESP", Addressees = ["RUS"], Stance = 0 }));
    }

    [Fact]
    public void Record_FarFromAnyLabel_IsNoClaim()
    {
        var label = new LabelledClaim { Content = [new TextSpan(10, 20)], Act = ActFamily.State };
        var claim = new Claim { ClaimId = "x", Act = "State", Content = "", ActFamily = ActFamily.State, ContentSpans = [new TextSpan(25, 90)] };
        Assert.Equal([0], RecordExamples.Outcomes([label], [claim]));
    }
}
