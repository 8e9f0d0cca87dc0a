using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Parses with one or more networks in floating point; several vote with their mean probabilities. Serves to measure a network
/// while it is trained, and several large ones to annotate the text that a small one then learns from.
/// </summary>
internal sealed class ParserEnsemble
{
    private const int Batch = 16;

    private readonly ParserNetwork[] _networks;
    private readonly ArcHybridState _state = new();

    public ParserEnsemble(params ParserNetwork[] networks) => _networks = networks;

    /// <summary>Parses sentences one by one; what <paramref name="parsed"/> is given is valid during the call.</summary>
    public void Parse(IReadOnlyList<ParserExample> examples, Action<int, ArcHybridState> parsed)
    {
        for (int start = 0; start < examples.Count; start += Batch)
        {
            ParserExample[] batch = [.. examples.Skip(start).Take(Batch)];
            foreach (ParserNetwork network in _networks)
            {
                network.Encode(batch, training: false);
            }

            for (int i = 0; i < batch.Length; i++)
            {
                Parse(batch[i], i);
                parsed(start + i, _state);
            }
        }
    }

    /// <summary>Measures against the gold trees.</summary>
    public AttachmentScore Measure(IReadOnlyList<ParserExample> examples)
    {
        AttachmentScore score = default;
        Parse(examples, (index, state) =>
        {
            ParserExample example = examples[index];
            for (int i = 0; i < example.Length; i++)
            {
                DependencyRelation relation = state.Heads[i] < 0 ? DependencyRelation.Root : (DependencyRelation)state.Relations[i];
                score.Add(example.Heads[i], example.Relations[i], state.Heads[i], relation);
            }
        });
        return score;
    }

    private void Parse(ParserExample example, int sentence)
    {
        Span<float> scores = stackalloc float[ParserNetwork.RelationColumns];
        Span<float> moves = stackalloc float[3];
        Span<float> relations = stackalloc float[ParserNetwork.RelationColumns];
        _state.Reset(example.Length);
        while (!_state.Done)
        {
            if (_state.Depth == 0)
            {
                _state.Shift();
                continue;
            }

            moves.Clear();
            bool[] possible = [_state.CanShift, _state.CanLeft, _state.CanRight];
            foreach (ParserNetwork network in _networks)
            {
                network.Score(_state, example, sentence, training: false, scores[..ParserNetwork.MoveColumns]);
                AddProbabilities(scores, possible, moves);
            }

            int move = -1;
            for (int i = 0; i < moves.Length; i++)
            {
                move = possible[i] && (move < 0 || moves[i] > moves[move]) ? i : move;
            }

            DependencyRelation relation = DependencyRelation.None;
            if (move != 0)
            {
                relations.Clear();
                foreach (ParserNetwork network in _networks)
                {
                    network.ScoreRelations(move == 1, scores);
                    AddRelations(scores, relations);
                }

                relation = ParserTrainer.BestRelation(relations);
            }

            ParserTrainer.Make(_state, move, relation);
        }
    }

    private static void AddProbabilities(ReadOnlySpan<float> scores, bool[] possible, Span<float> sums)
    {
        float largest = float.MinValue, total = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            largest = possible[i] ? Math.Max(largest, scores[i]) : largest;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            total += possible[i] ? MathF.Exp(scores[i] - largest) : 0;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += possible[i] ? MathF.Exp(scores[i] - largest) / total : 0;
        }
    }

    private static void AddRelations(ReadOnlySpan<float> scores, Span<float> sums)
    {
        float largest = scores[(int)ParserTrainer.BestRelation(scores)], total = 0;
        for (int i = 1; i < DependencyRelations.Count; i++)
        {
            total += MathF.Exp(scores[i] - largest);
        }

        for (int i = 1; i < DependencyRelations.Count; i++)
        {
            sums[i] += MathF.Exp(scores[i] - largest) / total;
        }
    }
}
