namespace Diplomacy.Analysis.Entities;

/// <summary>What sort of office or calling a title names; the column <c>class</c> of <c>offices.tsv</c> and <c>office_holders.tsv</c>.</summary>
internal enum OfficeClass : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Head of state.</summary>
    Head,

    /// <summary>Head of government.</summary>
    Government,

    /// <summary>Elected or named, not yet in office ("president-elect").</summary>
    Elect,

    /// <summary>King, queen, emir.</summary>
    Monarch,

    /// <summary>Member of a ruling house.</summary>
    Royal,

    /// <summary>Deputy of a head of state or government.</summary>
    Deputy,

    /// <summary>Minister of foreign affairs.</summary>
    Foreign,

    /// <summary>Minister of defence.</summary>
    Defence,

    /// <summary>Minister of finance.</summary>
    Finance,

    /// <summary>Minister of the interior.</summary>
    Interior,

    /// <summary>Minister of trade.</summary>
    Trade,

    /// <summary>Another minister or high official of a ministry.</summary>
    Ministry,

    /// <summary>Head of a central bank.</summary>
    Bank,

    /// <summary>Ambassador, permanent representative, consul.</summary>
    Ambassador,

    /// <summary>Diplomat without a rank.</summary>
    Diplomat,

    /// <summary>Envoy, negotiator, mediator.</summary>
    Envoy,

    /// <summary>Adviser or aide.</summary>
    Adviser,

    /// <summary>Speaks for another: spokesman, press secretary.</summary>
    Spokes,

    /// <summary>Official without a rank.</summary>
    Official,

    /// <summary>Head or high official of an international organisation.</summary>
    Igo,

    /// <summary>Member of a parliament.</summary>
    Legislator,

    /// <summary>Opposition leader, candidate.</summary>
    Opposition,

    /// <summary>Officer of a party.</summary>
    Party,

    /// <summary>Leader without a rank.</summary>
    Leader,

    /// <summary>Leader of an armed group.</summary>
    Rebel,

    /// <summary>Governor, mayor, first minister.</summary>
    Subnational,

    /// <summary>Military rank or command.</summary>
    Military,

    /// <summary>Police.</summary>
    Police,

    /// <summary>Intelligence service.</summary>
    Intelligence,

    /// <summary>Judge, prosecutor.</summary>
    Court,

    /// <summary>Director, chairman, head of some body.</summary>
    Executive,

    /// <summary>Church and clergy.</summary>
    Religious,

    /// <summary>A calling that acts for no state: professor, activist, analyst.</summary>
    Private,

    /// <summary>"a source".</summary>
    Source,

    /// <summary>Mr, Dr, Sir.</summary>
    Honorific,

    /// <summary>"counterpart", "predecessor": an office told by another's.</summary>
    Counterpart,
}
