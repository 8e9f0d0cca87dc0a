using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Pipeline;

namespace Diplomacy.Analysis.Speakers;

/// <summary>Finds mentions and phrases by token in the sorted layers, in logarithmic time.</summary>
internal static class EntityIndex
{
    /// <summary>Index of the first entity that ends behind <paramref name="token"/>; the number of entities where there is none.</summary>
    public static int FirstAt(DocumentContext document, int token)
    {
        Span<EntityMention> entities = document.Entities.Span;
        int low = 0;
        int high = entities.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (entities[middle].Tokens.End <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Index of the first phrase whose core starts at or behind <paramref name="token"/>.</summary>
    public static int FirstPhraseAt(DocumentContext document, int token)
    {
        Span<ActorPhrase> phrases = document.ActorPhrases.Span;
        int low = 0;
        int high = phrases.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (phrases[middle].Core.First < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Number of the person that the mention names, or -1.</summary>
    public static int PersonOf(DocumentContext document, in EntityMention mention) =>
        mention.Type == EntityType.Person && mention.Chain >= 0 && mention.Chain < document.EntityWorkspace.Persons.Count ? mention.Chain : -1;
}
