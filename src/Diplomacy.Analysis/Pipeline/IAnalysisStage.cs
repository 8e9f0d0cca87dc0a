namespace Diplomacy.Analysis.Pipeline;

/// <summary>
/// One step of the analysis. A stage reads the layers it requires and writes only the layers it provides. One instance
/// serves all threads: it holds no state of a document.
/// </summary>
public interface IAnalysisStage
{
    /// <summary>Name for messages and benchmarks.</summary>
    string Name { get; }

    /// <summary>Layers that must have been written before.</summary>
    AnalysisLayers Requires { get; }

    /// <summary>Layers this stage writes.</summary>
    AnalysisLayers Provides { get; }

    /// <summary>Reads and extends <paramref name="document"/>. Must not throw for any text and must not keep the context.</summary>
    void Run(DocumentContext document);
}
