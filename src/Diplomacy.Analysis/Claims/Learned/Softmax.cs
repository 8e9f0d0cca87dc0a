namespace Diplomacy.Analysis.Claims.Learned;

/// <summary>
/// From scores to probabilities by arithmetic alone: <see cref="Math.Exp"/> is the C library's and may differ in its last bit
/// from machine to machine, additions and products do not.
/// </summary>
internal static class Softmax
{
    /// <summary>Sets <paramref name="probabilities"/> to those of the scores, which are worth <paramref name="scale"/> each.</summary>
    public static void Of(ReadOnlySpan<int> scores, double scale, Span<double> probabilities)
    {
        int most = int.MinValue;
        foreach (int score in scores)
        {
            most = Math.Max(most, score);
        }

        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            probabilities[i] = Exp((scores[i] - (long)most) * scale);
            sum += probabilities[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            probabilities[i] /= sum;
        }
    }

    /// <summary>e to the power of <paramref name="x"/>, for <paramref name="x"/> not above 0; to eight digits.</summary>
    internal static double Exp(double x)
    {
        if (x < -60 || x == 0)
        {
            return x == 0 ? 1 : 0;
        }

        // e^x = (e^(x/64))^64; on [-1, 0] twelve terms of the series are enough.
        double y = x / 64;
        double term = 1;
        double sum = 1;
        for (int i = 1; i <= 12; i++)
        {
            term *= y / i;
            sum += term;
        }

        for (int i = 0; i < 6; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
