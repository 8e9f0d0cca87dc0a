using Diplomacy.Analysis.Claims;
using Xunit;

namespace Diplomacy.Analysis.Tests.Claims;

public sealed class ClaimBuilderTests
{
    private static readonly DiplomacyAnalyzer Analyzer = DiplomacyAnalyzer.Default;

    [Theory]
    [InlineData("The minister urged Norway to open the port, lift the fishing ban and return to the talks.", "open the port|lift the fishing ban|return to the talks")]
    [InlineData("The envoy urged Ghana to respect borders, treaties and rivers.", "respect borders, treaties and rivers")]
    [InlineData("The minister said Peru must withdraw its guards and pay for the damage.", "withdraw its guards|pay for the damage")]
    [InlineData("The minister said Chile would fund schools to train nurses and to house them.", "Chile would fund schools to train nurses and to house them")]
    public void Directive_IsCutAtEachVerb_ListsOfObjectsStayWhole(string text, string contents) =>
        Assert.Equal(contents.Split('|'), Contents(text));

    [Theory]
    [InlineData("Norway urged Peru to open the port; to free the crew; and to return to the talks.", "PER: open the port|PER: free the crew|PER: return to the talks")]
    [InlineData("The minister urged Peru to \"lift the ban\", \"free the crew\" and \"return to the talks\".", "PER: lift the ban|PER: free the crew|PER: return to the talks")]
    [InlineData("The minister said Peru must lift the ban, must free the crew, and must not attack ships.", "PER: lift the ban|PER: free the crew|PER: not attack ships")]
    [InlineData("Norway demanded that Peru lift the ban, free the crew and return to the talks.", "PER: lift the ban|PER: free the crew|PER: return to the talks")]
    [InlineData("The council demanded that Peru withdraw its ships and that Chile free the crew.", "PER: withdraw its ships|CHL: free the crew")]
    [InlineData("The council demanded that Peru withdraw its ships and Chile free the crew.", "PER: withdraw its ships|CHL: free the crew")]
    [InlineData("Norway urged Peru to lift the ban and Chile to do likewise.", "PER: lift the ban|CHL: do likewise")]
    [InlineData("Norway called on Peru to free the crew and on Chile to return the ship.", "PER: free the crew|CHL: return the ship")]
    [InlineData("Norway called for Peru to immediately and unconditionally release the crew and for Chile to return the ship.", "PER: immediately and unconditionally release the crew|CHL: return the ship")]
    [InlineData("Norway called on Peru to end its blockade and Chile and Kenya to open their ports.", "PER: end its blockade|CHL KEN: open their ports")]
    [InlineData("The Chilean president asked Peru to free the crew, Kenya to send ships and the police to guard the port.", "PER: free the crew|KEN: send ships|CHL: guard the port")]
    [InlineData("Norway demands that Peru immediately lift the ban, that Chile free the crew and that Kenya pay.", "PER: immediately lift the ban|CHL: free the crew|KEN: pay")]
    [InlineData("Norway urged Peru to lift the ban on ships from Chile and Kenya to allow trade.", "PER: lift the ban on ships from Chile and Kenya to allow trade")]
    [InlineData("Norway demanded that Peru not sell the ship.", "PER: not sell the ship")]
    public void Demands_AreCutWhereTheyAreCoordinated_EachToItsAddressee(string text, string demands) =>
        Assert.Equal(demands.Split('|'), Analyzer.ExtractClaims(text).Select(static c => $"{string.Join(' ', c.Addressees)}: {c.Content}"));

    [Fact]
    public void GerundsUnderOneVerb_AreCut_AndTheActionKeepsTheVerb() =>
        Assert.Equal(["refrain from boarding ships", "refrain from seizing cargo", "refrain from arresting crews"],
            Analyzer.ExtractClaims("Norway asked Peru to refrain from boarding ships, seizing cargo and arresting crews.").Select(static c => c.Action));

    [Theory]
    [InlineData("The ambassador said the vote had been postponed.", ActFamily.State)]
    [InlineData("The minister said they should leave the valley.", ActFamily.Appeal)]
    [InlineData("The minister said he was concerned about the floods.", ActFamily.Concern)]
    [InlineData("The president warned that the drought could spread.", ActFamily.Warn)]
    [InlineData("The ministry said the reports were baseless.", ActFamily.Deny)]
    [InlineData("The council condemned the shelling of the market.", ActFamily.Condemn)]
    [InlineData("The union welcomed the release of the fishermen.", ActFamily.Support)]
    [InlineData("The government rejected the plan.", ActFamily.Reject)]
    [InlineData("The minister promised to rebuild the bridge.", ActFamily.Commit)]
    [InlineData("The minister threatened to retaliate against the raid.", ActFamily.Threaten)]
    [InlineData("The ministry said the strike was illegal.", ActFamily.Condemn)]
    [InlineData("The minister said the ministry would publish the list in May.", ActFamily.Commit)]
    [InlineData("The minister said the government was ready for talks on the road.", ActFamily.Commit)]
    [InlineData("The ministry said the nation reserved the right to answer the raid.", ActFamily.Threaten)]
    [InlineData("The minister said he would welcome a visit of the council.", ActFamily.Support)]
    [InlineData("The minister said the money had yet to be spent.", ActFamily.State)]
    [InlineData("The minister suggested that prices were higher in the north.", ActFamily.State)]
    [InlineData("The minister suggested that the council meet in the north.", ActFamily.Appeal)]
    [InlineData("The court dismissed an appeal brought by the miners.", ActFamily.Reject)]
    [InlineData("The minister dismissed the charge.", ActFamily.Deny)]
    [InlineData("The president expressed shock and sorrow at the death of the singer.", ActFamily.Support)]
    [InlineData("The president voiced Ghana's concern regarding the floods.", ActFamily.Concern)]
    [InlineData("The minister described the raid as a grave crime.", ActFamily.Condemn)]
    [InlineData("The minister said Norway was a very important partner.", ActFamily.Support)]
    [InlineData("The minister said the decision was not fair.", ActFamily.Condemn)]
    [InlineData("The governor said the council should have listened to the farmers.", ActFamily.Condemn)]
    [InlineData("The minister said he believes the mine is illegal.", ActFamily.Condemn)]
    [InlineData("The minister said the most important thing is that Chile opens the pass.", ActFamily.Appeal)]
    [InlineData("The union warned that more money was needed.", ActFamily.Warn)]
    [InlineData("The minister said not every farmer was a criminal.", ActFamily.State)]
    [InlineData("The mayor said the opposition had sabotaged the vote.", ActFamily.Accuse)]
    [InlineData("The mayor said the ministry had not kept its promise.", ActFamily.Accuse)]
    [InlineData("The mayor said the police could not comply with the order.", ActFamily.State)]
    [InlineData("Ana Ruiz, the mayor, said it would bring jobs to the valley.", ActFamily.State)]
    [InlineData("Ana Ruiz, the mayor, said the two governments would open the pass.", ActFamily.Commit)]
    [InlineData("The ministry announced that polls would be held in June.", ActFamily.Commit)]
    [InlineData("The minister said the work amounted to 5 million dollars.", ActFamily.State)]
    [InlineData("The minister said any attempt to close the pass would fail.", ActFamily.Warn)]
    [InlineData("The minister said any attack on the pass would have consequences.", ActFamily.Threaten)]
    [InlineData("The mayor said the law would create problems for farmers.", ActFamily.Warn)]
    [InlineData("The mayor said the road would create jobs for farmers.", ActFamily.State)]
    [InlineData("The minister stressed that farmers be given access to the wells.", ActFamily.Appeal)]
    [InlineData("The ministry said it had not attacked the convoy.", ActFamily.Deny)]
    public void Act_FollowsWhatTheWordsDo(string text, ActFamily expected) =>
        Assert.Equal(expected, Assert.Single(Analyzer.ExtractClaims(text)).ActFamily);

    [Theory]
    [InlineData("We call on all sides to stop the fighting.", ActFamily.Appeal, "stop the fighting")]
    [InlineData("We welcome the decision of the council.", ActFamily.Support, "the decision of the council")]
    [InlineData("We will never accept the closure of the strait.", ActFamily.Reject, "We will never accept the closure of the strait")]
    [InlineData("We have no intention of leaving the pact.", ActFamily.Deny, "We have no intention of leaving the pact")]
    [InlineData("We reserve the right to answer the raid.", ActFamily.Threaten, "We reserve the right to answer the raid")]
    [InlineData("It is important to keep the road open.", ActFamily.Appeal, "keep the road open")]
    [InlineData("Our country will send two more ships.", ActFamily.Commit, "Our country will send two more ships")]
    [InlineData("It is extremely regrettable that the talks ended without a paper.", ActFamily.Concern, "the talks ended without a paper")]
    [InlineData("It is shameful that the wells were closed.", ActFamily.Condemn, "the wells were closed")]
    [InlineData("It is alleged that the guards robbed the farmers.", ActFamily.Accuse, "the guards robbed the farmers")]
    [InlineData("It is to be hoped that both sides will talk.", ActFamily.Appeal, "both sides will talk")]
    [InlineData("I would also like to extend my gratitude to the hosts.", ActFamily.Support, "the hosts")]
    [InlineData("We regard the vote as a sham.", ActFamily.Condemn, "We regard the vote as a sham")]
    [InlineData("We want to cooperate with the council.", ActFamily.Commit, "cooperate with the council")]
    [InlineData("Our greatest task is to keep the peace.", ActFamily.Appeal, "keep the peace")]
    [InlineData("Our hope is that both sides will talk.", ActFamily.Appeal, "both sides will talk")]
    [InlineData("Our goal is to open the road by May.", ActFamily.Commit, "open the road by May")]
    [InlineData("What we need is a new start.", ActFamily.Appeal, "a new start")]
    [InlineData("We need new rules for the river.", ActFamily.Appeal, "We need new rules for the river")]
    [InlineData("It is of the utmost importance that a treaty be concluded.", ActFamily.Appeal, "a treaty be concluded")]
    [InlineData("Today I am announcing a further package of help.", ActFamily.Commit, "a further package of help")]
    [InlineData("I thank Ghana, Togo and Benin for working to see there is peace.", ActFamily.Support, "Ghana, Togo and Benin for working to see there is peace")]
    public void FirstPersonStatement_PerformativeBecomesTheCue(string text, ActFamily expected, string content)
    {
        Claim claim = Assert.Single(Own(text));
        Assert.Equal(expected, claim.ActFamily);
        Assert.Equal(content, claim.Content);
    }

    [Theory]
    [InlineData("Yet I do call on the board to walk with us.", "walk with us")]
    [InlineData("In this regard we welcome the offer of the bank to forgive the debt.", "the offer of the bank to forgive the debt")]
    [InlineData("That is why we call on all sides to talk.", "talk")]
    [InlineData("We call on the banks which finance growth to lend more.", "lend more")]
    public void Performative_IsFoundBehindWhatLeadsToIt(string text, string content) => Assert.Equal(content, Assert.Single(Own(text)).Content);

    [Theory]
    [InlineData("The minister revealed the wording of the bill.")]
    [InlineData("Addressing his supporters, the minister left the hall.")]
    [InlineData("A reporter asked whether the road was open.")]
    public void TopicsAndQuestions_AreNoClaims(string text) => Assert.Empty(Analyzer.ExtractClaims(text));

    [Theory]
    [InlineData("The UN told the militia to leave the port.", ActFamily.Demand, "leave the port")]
    [InlineData("The Greek ministry said late on Tuesday the two islands were safe.", ActFamily.State, "the two islands were safe")]
    [InlineData("The crew was praised by the minister of Ireland.", ActFamily.Support, "The crew")]
    public void ReportersWords_AreNoContent(string text, ActFamily act, string content)
    {
        Claim claim = Assert.Single(Analyzer.ExtractClaims(text));
        Assert.Equal(act, claim.ActFamily);
        Assert.Equal(content, claim.Content);
    }

    [Fact]
    public void StateOfALaterOffice_IsTheSpeakers() =>
        Assert.Equal("NOR", Assert.Single(Analyzer.ExtractClaims("Lars Berg, defence minister and deputy premier of Norway, said the treaty was dead.")).SpeakerCountry);

    [Fact]
    public void InnerWordsInASubordinateClause_LeaveTheOuterWhole() =>
        Assert.Contains("the visit was agreed before Rome called for a boycott", Contents("The French foreign minister said the visit was agreed before Rome called for a boycott."));

    [Theory]
    [InlineData("The Uzbek president ordered his government to drop the plan.", "UZB")]
    [InlineData("The Uzbek president urged parliament to drop the plan.", "UZB")]
    [InlineData("The Uzbek president urged Norway to drop the plan.", "NOR")]
    public void OwnAuthorities_AreAddressees(string text, string addressee) => Assert.Equal([addressee], Assert.Single(Analyzer.ExtractClaims(text)).Addressees);

    [Theory]
    [InlineData("Thank you very much, Mr. President.")]
    [InlineData("What happened after that?")]
    public void Courtesy_AndQuestions_AreNoClaims(string text) => Assert.Empty(Own(text));

    [Theory]
    [InlineData("The two ships met in the harbour on Monday.")]
    [InlineData("The country imposed tariffs on steel.")]
    [InlineData("The island state did not comment.")]
    [InlineData("")]
    [InlineData("\uD800 said \" that")]
    public void Narrative_Silence_AndRubbish_GiveNothing(string text) => Assert.Empty(Analyzer.ExtractClaims(text));

    [Fact]
    public void Condition_IsKeptApartFromThePromiseThatHangsOnIt()
    {
        Claim claim = Assert.Single(Own("If the shelling goes on, we will impose sanctions."));
        Assert.Equal(ActFamily.Threaten, claim.ActFamily);
        Assert.True(claim.Conditional);
        Assert.Equal("If the shelling goes on", claim.Condition);
        Assert.Equal("we will impose sanctions", claim.Content);
    }

    [Theory]
    [InlineData("The minister urged the rebels not to attack the convoy.", true)]
    [InlineData("The minister urged the rebels to spare those who do not fight.", false)]
    public void Negation_CountsOnlyForTheClaimsOwnPredicate(string text, bool negated) =>
        Assert.Equal(negated, Assert.Single(Analyzer.ExtractClaims(text)).Negated);

    [Fact]
    public void PlainAssertions_OfOneQuotation_AreOneClaim()
    {
        Claim claim = Assert.Single(Analyzer.ExtractClaims("“The harvest was poor. The mills stand still,” the minister said."));
        Assert.Equal("The harvest was poor. The mills stand still", claim.Content);
    }

    [Fact]
    public void ClaimId_IsStable_AndDiffersBetweenClaims()
    {
        const string text = "The minister urged Norway to open the port and lift the ban.";
        string[] first = [.. Analyzer.ExtractClaims(text).Select(c => c.ClaimId)];
        Assert.Equal(first, Analyzer.ExtractClaims(text).Select(c => c.ClaimId));
        Assert.Equal(2, first.Distinct().Count());
        Assert.All(first, id => Assert.Matches("^[0-9a-f]{16}$", id));
    }

    [Fact]
    public void Spans_CoverTheirStrings()
    {
        const string text = "The minister said the strike was illegal and urged the rebels to leave, warning that the dam could break.";
        IReadOnlyList<Claim> claims = Analyzer.ExtractClaims(text);
        Assert.NotEmpty(claims);
        foreach (Claim claim in claims)
        {
            Assert.Equal(claim.Content, string.Join(' ', claim.ContentSpans.Select(s => text.Substring(s.Start, s.Length))));
            Assert.All(claim.Evidence, e => Assert.InRange(e.Span.End, 0, text.Length));
        }
    }

    [Fact]
    public void Codes_FollowActAndAction()
    {
        Claim claim = Assert.Single(Analyzer.ExtractClaims("The envoy urged Chile to release the sailors."));
        Assert.Equal("0253", claim.Cameo);
        Assert.Equal("REQUEST", claim.PloverEvent);
        Assert.Equal(4, claim.Intensity);
    }

    [Theory]
    [InlineData("He said \"")]
    [InlineData("We urge them to go and stop and ")]
    [InlineData("\"\"\"\" said ")]
    [InlineData("if we must, ")]
    [InlineData("He said she said ")]
    [InlineData("Peru said it agreed to pay and Chile said it refused to go and ")]
    public void RepeatedText_NeitherThrowsNorStalls(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 4000));
        foreach (Claim claim in Own(text))
        {
            Assert.All(claim.ContentSpans, span => Assert.InRange(span.End, span.Start + 1, text.Length));
        }
    }

    [Theory]
    [InlineData("I would like to begin by congratulating Mr. Okoro on his election.", ActFamily.Support)]
    [InlineData("I take this opportunity to express our deep gratitude to the hosts.", ActFamily.Support)]
    [InlineData("We would like to add a few words.", ActFamily.State)]
    [InlineData("We wish him every success.", ActFamily.Support)]
    [InlineData("We would like the council to send observers.", ActFamily.Appeal)]
    [InlineData("Our position is that the garrison should leave.", ActFamily.Appeal)]
    [InlineData("The ministers are obliged to comply with the ruling.", ActFamily.State)]
    public void Speech_FormulasAreReadThrough(string text, ActFamily expected) =>
        Assert.Equal(expected, Assert.Single(Own(text)).ActFamily);

    private static string[] Contents(string text) => [.. Analyzer.ExtractClaims(text).Select(c => c.Content)];

    private static IReadOnlyList<Claim> Own(string text) => Analyzer.ExtractClaims(new Article { Text = text, Speaker = "Ada Lund", SpeakerCountry = "NOR" });
}
