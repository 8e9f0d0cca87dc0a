namespace Diplomacy.Analysis.Batch.Writing;

/// <summary>Hands claims to a delegate.</summary>
internal sealed class CallbackSink(Action<IReadOnlyList<Claim>> take) : ResultSink
{
    internal override bool WantsClaims => true;

    internal override void Take(IReadOnlyList<Claim> claims) => take(claims);
}
