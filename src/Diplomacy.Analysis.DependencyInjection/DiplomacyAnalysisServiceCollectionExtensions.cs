using Diplomacy.Analysis;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registration of the analyzer. It stands in a package of its own, because the extension needs the container's
/// abstractions and the core has no dependency at all.
/// </summary>
public static class DiplomacyAnalysisServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="DiplomacyAnalyzer"/> as a singleton; it is thread-safe, so one serves the whole process.
    /// An analyzer registered before stays.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">
    /// Shapes the analyzer (lexicons, stages). Null takes <see cref="DiplomacyAnalyzer.Default"/>, shared with all other
    /// users of the process.
    /// </param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddDiplomacyAnalysis(this IServiceCollection services, Action<DiplomacyAnalyzerBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(_ => Create(configure));
        return services;
    }

    private static DiplomacyAnalyzer Create(Action<DiplomacyAnalyzerBuilder>? configure)
    {
        if (configure is null)
        {
            return DiplomacyAnalyzer.Default;
        }

        DiplomacyAnalyzerBuilder builder = DiplomacyAnalyzer.CreateBuilder();
        configure(builder);
        return builder.Build();
    }
}
