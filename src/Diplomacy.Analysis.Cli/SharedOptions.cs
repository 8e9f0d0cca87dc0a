using System.CommandLine;
using Diplomacy.Analysis.Batch.Offsets;

namespace Diplomacy.Analysis.Cli;

/// <summary>Options that several commands take.</summary>
internal static class SharedOptions
{
    public static Option<string> Offsets()
    {
        var option = new Option<string>("--offsets") { Description = "What offsets count.", DefaultValueFactory = _ => "utf16" };
        option.AcceptOnlyFromAmong("utf16", "codepoint", "utf8");
        return option;
    }

    public static OffsetUnit Unit(string name) => Enum.Parse<OffsetUnit>(name, ignoreCase: true);

    public static Option<int> Threads(int byDefault, string defaultText)
    {
        var option = new Option<int>("--threads") { Description = $"Threads that analyse. [default: {defaultText}]", DefaultValueFactory = _ => byDefault, HelpName = "n" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out int threads) || threads is < 1 or > 1024))
            {
                result.AddError($"--threads takes a number from 1 to 1024, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    public static void AtLeast<T>(Option<T> option, T least)
        where T : System.Numerics.INumber<T> =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!T.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out T? value) || !(value >= least)))
            {
                result.AddError(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option.Name} takes a number from {least} on, not '{result.Tokens[0].Value}'."));
            }
        });
}
