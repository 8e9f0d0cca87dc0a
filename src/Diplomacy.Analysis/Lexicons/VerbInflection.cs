namespace Diplomacy.Analysis.Lexicons;

/// <summary>Makes the forms of an English verb from its dictionary form by the rules of spelling.</summary>
internal static class VerbInflection
{
    /// <summary>
    /// The forms of <paramref name="lemma"/>. <paramref name="given"/> may hold, separated by commas, third person, past,
    /// participle, gerund and then further spellings; what it gives, the rules do not make.
    /// </summary>
    public static List<(string Form, VerbForms Kind)> FormsOf(string lemma, string given)
    {
        string[] irregular = given.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var forms = new List<(string, VerbForms)> { (lemma, VerbForms.Base) };
        if (irregular.Length >= 4)
        {
            forms.Add((irregular[0], VerbForms.ThirdPerson));
            forms.Add((irregular[1], VerbForms.Past));
            forms.Add((irregular[2], VerbForms.Participle));
            forms.Add((irregular[3], VerbForms.Gerund));
        }
        else
        {
            forms.Add((ThirdPerson(lemma), VerbForms.ThirdPerson));
            forms.Add((Past(lemma), VerbForms.Past | VerbForms.Participle));
            forms.Add((Gerund(lemma), VerbForms.Gerund));
        }

        for (int i = irregular.Length >= 4 ? 4 : 0; i < irregular.Length; i++)
        {
            forms.Add((irregular[i], irregular[i].EndsWith("ing", StringComparison.Ordinal) ? VerbForms.Gerund : VerbForms.Past | VerbForms.Participle));
        }

        return forms;
    }

    private static string ThirdPerson(string lemma) => lemma switch
    {
        _ when EndsInConsonantAndY(lemma) => lemma[..^1] + "ies",
        [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] or [.., 'o'] => lemma + "es",
        _ => lemma + "s",
    };

    private static string Past(string lemma) => lemma switch
    {
        _ when EndsInConsonantAndY(lemma) => lemma[..^1] + "ied",
        [.., 'e'] => lemma + "d",
        _ => lemma + "ed",
    };

    private static string Gerund(string lemma) => lemma switch
    {
        [.., 'e', 'e'] or [.., 'o', 'e'] or [.., 'y', 'e'] => lemma + "ing",
        [.., 'i', 'e'] => lemma[..^2] + "ying",
        [.., 'e'] => lemma[..^1] + "ing",
        _ => lemma + "ing",
    };

    private static bool EndsInConsonantAndY(string lemma) => lemma is [.., var before, 'y'] && !"aeiou".Contains(before, StringComparison.Ordinal);
}
