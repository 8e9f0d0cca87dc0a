using System.Globalization;
using Diplomacy.Analysis.Claims;

namespace Diplomacy.Analysis.ML.Conflicts;

/// <summary>
/// Counts over conflict expressions. One is found where a hostile claim overlaps it: one of negative stance, or one that accuses, condemns,
/// rejects or threatens. Its target is right where such a claim has one of the countries that the annotator named as addressee or target.
/// </summary>
/// <param name="name">What the counts are over.</param>
/// <param name="without">Expressions against this country are left out, or null.</param>
internal sealed class ConflictScore(string name, string? without = null)
{
    private int _expressions;
    private int _found;
    private int _named;
    private int _namedFound;
    private int _targets;
    private int _hostile;
    private int _hostileInside;

    /// <summary>Adds a speech and the claims in it.</summary>
    public void Add(ConflictSpeech speech, IReadOnlyList<Claim> claims)
    {
        Claim[] hostile = [.. claims.Where(IsHostile)];
        foreach (ConflictExpression expression in speech.Expressions.Where(e => without is null || !e.Targets.Contains(without)))
        {
            Claim[] over = [.. hostile.Where(c => Overlaps(c, expression))];
            _expressions++;
            _found += over.Length > 0 ? 1 : 0;
            if (expression.Targets.Length > 0)
            {
                _named++;
                _namedFound += over.Length > 0 ? 1 : 0;
                _targets += over.Any(c => c.Addressees.Concat(c.Targets).Intersect(expression.Targets).Any()) ? 1 : 0;
            }
        }

        // A hostile claim inside an expression that is left out is neither right nor wrong.
        Claim[] counted = [.. hostile.Where(c => without is null || !speech.Expressions.Any(e => e.Targets.Contains(without) && Overlaps(c, e)))];
        _hostile += counted.Length;
        _hostileInside += counted.Count(c => speech.Expressions.Any(e => Overlaps(c, e)));
    }

    /// <summary>The line of figures.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name}: {_expressions} expressions, found {Share(_found, _expressions)}; {_named} with a named country, country right {Share(_targets, _named)}, of those found {Share(_targets, _namedFound)}; {_hostile} hostile claims, inside an expression {Share(_hostileInside, _hostile)}");

    internal static bool IsHostile(Claim claim) => claim.Stance < 0 || claim.ActFamily is ActFamily.Accuse or ActFamily.Condemn or ActFamily.Reject or ActFamily.Threaten;

    private static bool Overlaps(Claim claim, ConflictExpression expression) => claim.ContentSpans.Any(s => s.Start < expression.Span.End && expression.Span.Start < s.End);

    private static string Share(int part, int all) => all == 0 ? "-" : (100.0 * part / all).ToString("F1", CultureInfo.InvariantCulture);
}
