using Diplomacy.Analysis.Parsing;

namespace Diplomacy.Analysis.ML.Parsing;

/// <summary>
/// Trains the parser: greedy, with a dynamic oracle and exploration (Goldberg and Nivre 2013): the parser mostly goes where it
/// thinks best, and learns from there the moves that lose no further arc. The loss is the log-probability of all such moves
/// together, plus that of the gold relation of each right arc.
/// </summary>
internal sealed class ParserTrainer
{
    private const int MoveCount = 3;
    private const float FirstRate = 0.02f;

    /// <summary>Steps on gold moves only: what an untrained parser would explore teaches nothing.</summary>
    private const int GuidedSteps = 200;

    private readonly ParserNetwork _network;
    private Random _random = new();
    private readonly ArcHybridState _state = new();
    private int _step;

    public ParserTrainer(ParserNetwork network) => _network = network;

    /// <summary>Loss a move in the last epoch.</summary>
    public double MoveLoss { get; private set; }

    /// <summary>Trains on one list of examples an epoch. <paramref name="afterEpoch"/> is called with the averaged weights in place.</summary>
    /// <param name="epochs">The examples of each epoch.</param>
    /// <param name="afterEpoch">Told the epoch's number, from 0.</param>
    /// <param name="checkpoint">File that each epoch is kept in, and that is gone on from where it is there; null for none.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public void Train(IReadOnlyList<ParserExample[]> epochs, Action<int>? afterEpoch, string? checkpoint = null, CancellationToken cancellationToken = default)
    {
        int done = checkpoint is not null && File.Exists(checkpoint) ? Load(checkpoint) : 0;
        double steps = (double)epochs.Sum(e => e.Sum(x => (long)x.Length)) / _network.Options.Batch;
        for (int epoch = done; epoch < epochs.Count; epoch++)
        {
            _random = new Random(unchecked((_network.Options.Seed * 104729) + epoch));
            _network.BeginEpoch(epoch);
            ParserExample[] order = (ParserExample[])epochs[epoch].Clone();
            _random.Shuffle(order);
            double loss = 0;
            long moves = 0;
            for (int start = 0; start < order.Length;)
            {
                int end = start;
                for (int size = 0; end < order.Length && size < _network.Options.Batch; end++)
                {
                    size += order[end].Length;
                }

                cancellationToken.ThrowIfCancellationRequested();
                _network.Encode(order.AsSpan(start..end), training: true);
                for (int i = start; i < end; i++)
                {
                    loss += Follow(order[i], i - start, ref moves);
                }

                _network.Backward();
                Update(steps);
                start = end;
            }

            MoveLoss = loss / Math.Max(1, moves);
            if (checkpoint is not null)
            {
                Save(checkpoint, epoch + 1);
            }

            SwapAverages();
            afterEpoch?.Invoke(epoch);
            SwapAverages();
        }

        SwapAverages();
    }

    private void Save(string path, int epochs)
    {
        using (var writer = new BinaryWriter(File.Create(path + ".new")))
        {
            writer.Write(epochs);
            writer.Write(_step);
            foreach (Parameter parameter in _network.Parameters)
            {
                parameter.Save(writer);
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private int Load(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        int epochs = reader.ReadInt32();
        _step = reader.ReadInt32();
        foreach (Parameter parameter in _network.Parameters)
        {
            parameter.Load(reader);
        }

        return epochs;
    }

    private void SwapAverages()
    {
        foreach (Parameter parameter in _network.Parameters)
        {
            parameter.SwapAverages();
        }
    }

    private void Update(double steps)
    {
        ParserOptions options = _network.Options;
        double norm = 0;
        foreach (Parameter parameter in _network.Parameters)
        {
            norm += parameter.SquaredNorm();
        }

        norm = Math.Sqrt(norm);
        double done = _step / steps;
        float rate = options.Rate * (float)(done < FirstRate ? done / FirstRate : Math.Max(FirstRate, 1 - done));
        var step = new AdamStep(++_step, rate, norm > options.Clip ? (float)(options.Clip / norm) : 1);
        foreach (Parameter parameter in _network.Parameters)
        {
            parameter.Step(step);
            if (_step % 4 == 0)
            {
                // Averaging every fourth step is as good and saves a pass over all weights. It starts over a short window.
                parameter.Average(Math.Min(1, 4 * Math.Max(1 - options.AverageDecay, 1f / (_step + 1))));
            }
        }
    }

    /// <summary>Parses one sentence, learning at each move.</summary>
    private double Follow(ParserExample example, int sentence, ref long moves)
    {
        Span<float> scores = stackalloc float[ParserNetwork.MoveColumns];
        Span<float> relations = stackalloc float[ParserNetwork.RelationColumns];
        Span<int> costs = stackalloc int[MoveCount];
        double loss = 0;
        float exploration = _step < GuidedSteps || _network.Options.Without.HasFlag(ParserParts.Exploration) ? 0 : _network.Options.Exploration;
        _state.Reset(example.Length);
        while (!_state.Done)
        {
            if (_state.Depth == 0)
            {
                _state.Shift();
                continue;
            }

            _network.Score(_state, example, sentence, training: true, scores);
            ArcHybridOracle.FillCosts(_state, example.Heads, costs);
            int best = Best(scores, costs, Reachable(costs));
            int free = Best(scores, costs, ArcHybridOracle.Impossible - 1);
            loss += MoveGradient(scores, costs);
            moves++;
            _network.LearnMoves(scores);
            int move = free == best || _random.NextSingle() < exploration ? free : best;
            DependencyRelation relation = DependencyRelation.None;
            if (move != 0)
            {
                bool left = move == 1;
                int child = _state.Stack(0), head = left ? _state.Buffer : _state.Stack(1);
                _network.ScoreRelations(left, relations);
                relation = BestRelation(relations);
                if (example.Heads[child] == head && example.Relations[child] != DependencyRelation.None)
                {
                    DependencyRelation gold = example.Relations[child];
                    loss += RelationGradient(relations, (int)gold);
                    _network.LearnRelations(left, relations);
                    relation = _random.NextSingle() < exploration ? relation : gold;
                }
            }

            _network.Learn(sentence);
            Make(_state, move, relation);
        }

        return loss;
    }

    /// <summary>Makes a move: 0 shift, 1 left, 2 right.</summary>
    internal static void Make(ArcHybridState state, int move, DependencyRelation relation)
    {
        switch (move)
        {
            case 0: state.Shift(); break;
            case 1: state.Left(relation); break;
            default: state.Right(relation); break;
        }
    }

    internal static DependencyRelation BestRelation(ReadOnlySpan<float> scores)
    {
        int best = 1;
        for (int i = 2; i < DependencyRelations.Count; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (DependencyRelation)best;
    }

    private static int Reachable(ReadOnlySpan<int> costs) => Math.Min(costs[0], Math.Min(costs[1], costs[2]));

    private static int Best(ReadOnlySpan<float> scores, ReadOnlySpan<int> costs, int mostCost)
    {
        int best = -1;
        for (int move = 0; move < MoveCount; move++)
        {
            best = costs[move] <= mostCost && (best < 0 || scores[move] > scores[best]) ? move : best;
        }

        return best;
    }

    /// <summary>Turns scores into their gradient; returns the loss.</summary>
    private static double MoveGradient(Span<float> scores, ReadOnlySpan<int> costs)
    {
        int least = Reachable(costs);
        float largest = scores[Best(scores, costs, ArcHybridOracle.Impossible - 1)], sum = 0, right = 0;
        for (int move = 0; move < MoveCount; move++)
        {
            scores[move] = costs[move] == ArcHybridOracle.Impossible ? 0 : MathF.Exp(scores[move] - largest);
            sum += scores[move];
            right += costs[move] == least ? scores[move] : 0;
        }

        right = Math.Max(right, 1e-8f);
        for (int move = 0; move < MoveCount; move++)
        {
            scores[move] = (scores[move] / sum) - (costs[move] == least ? scores[move] / right : 0);
        }

        scores[MoveCount..].Clear();
        return -Math.Log(right / sum);
    }

    private static double RelationGradient(Span<float> scores, int gold)
    {
        float largest = scores[(int)BestRelation(scores)], sum = 0;
        scores[0] = 0;
        scores[DependencyRelations.Count..].Clear();
        for (int i = 1; i < DependencyRelations.Count; i++)
        {
            scores[i] = MathF.Exp(scores[i] - largest);
            sum += scores[i];
        }

        for (int i = 1; i < DependencyRelations.Count; i++)
        {
            scores[i] /= sum;
        }

        double loss = -Math.Log(Math.Max(scores[gold], 1e-9));
        scores[gold] -= 1;
        return loss;
    }
}
