namespace Diplomacy.Analysis.Lexicons;

/// <summary>What may follow a verb of saying, asking or standing; the names are those of the column <c>frames</c> of <c>verbs.tsv</c>.</summary>
[Flags]
internal enum VerbFrames
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary><c>that</c>: "said (that) talks would resume".</summary>
    That = 1,

    /// <summary><c>quote</c>: words in quotation marks.</summary>
    Quote = 2,

    /// <summary><c>inf</c>: "pledged to help"; the subject acts.</summary>
    Infinitive = 4,

    /// <summary><c>np-inf</c>: "urged the parties to talk"; the object acts.</summary>
    ObjectInfinitive = 8,

    /// <summary><c>np-that</c>: "told reporters that ..."; the object hears.</summary>
    ObjectThat = 16,

    /// <summary><c>np</c>: "welcomed the decision"; the object is the content.</summary>
    NounPhrase = 32,

    /// <summary><c>gerund</c>: "denied taking part".</summary>
    Gerund = 64,

    /// <summary><c>np-of</c>: "accused the army of shelling".</summary>
    ObjectOf = 128,

    /// <summary><c>np-for</c>: "blamed the rebels for the delay".</summary>
    ObjectFor = 256,

    /// <summary><c>as</c>, <c>np-as</c>: "dismissed the report as false".</summary>
    As = 512,

    /// <summary><c>wh</c>: "asked whether", "explained why".</summary>
    Wh = 1024,

    /// <summary><c>about</c>, <c>of</c>: "spoke about the border".</summary>
    About = 2048,

    /// <summary><c>for</c>: "asked for help", "apologised for the delay".</summary>
    For = 4096,

    /// <summary><c>for-inf</c>: "called for the parties to talk".</summary>
    ForInfinitive = 8192,

    /// <summary><c>to-that</c>: "said to the council that".</summary>
    ToThat = 16384,

    /// <summary><c>against</c>: "warned against delay".</summary>
    Against = 32768,

    /// <summary><c>np-on</c>, <c>np-to</c>, <c>np-with</c>, <c>to-np</c>, <c>to-inf</c>, <c>with</c>: another preposition before the content.</summary>
    Preposition = 65536,
}
