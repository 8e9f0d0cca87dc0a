namespace Diplomacy.Analysis.Attributions.Learned;

/// <summary>How sure the chain is of one token, for explanations.</summary>
internal sealed partial class FrameDecoder
{
    /// <summary>The probability of each label at place <paramref name="at"/> of the window of <paramref name="count"/> tokens that was decoded last.</summary>
    public void Posterior(int count, int at, Span<double> probabilities)
    {
        Span<double> forward = stackalloc double[L];
        Span<double> backward = stackalloc double[L];
        Span<double> next = stackalloc double[L];
        Span<double> terms = stackalloc double[L];
        _emission.AsSpan(0, L).CopyTo(forward);
        for (int k = 1; k <= at; k++)
        {
            for (int to = 0; to < L; to++)
            {
                for (int from = 0; from < L; from++)
                {
                    terms[from] = forward[from] + _transition[(k * L * L) + (from * L) + to];
                }

                next[to] = LogSum(terms) + _emission[(k * L) + to];
            }

            next.CopyTo(forward);
        }

        backward.Clear();
        for (int k = count - 1; k > at; k--)
        {
            for (int from = 0; from < L; from++)
            {
                for (int to = 0; to < L; to++)
                {
                    terms[to] = _transition[(k * L * L) + (from * L) + to] + _emission[(k * L) + to] + backward[to];
                }

                next[from] = LogSum(terms);
            }

            next.CopyTo(backward);
        }

        for (int l = 0; l < L; l++)
        {
            terms[l] = forward[l] + backward[l];
        }

        double all = LogSum(terms);
        for (int l = 0; l < L; l++)
        {
            probabilities[l] = Math.Exp(terms[l] - all);
        }
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double most = double.NegativeInfinity;
        foreach (double term in terms)
        {
            most = Math.Max(most, term);
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += Math.Exp(term - most);
        }

        return most + Math.Log(sum);
    }
}
