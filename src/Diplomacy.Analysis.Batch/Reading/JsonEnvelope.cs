using System.Text;
using System.Text.Json;

namespace Diplomacy.Analysis.Batch.Reading;

/// <summary>Answers of web services put their articles into a list inside an object: {"status": "ok", "articles": [ ... ]}.</summary>
internal static class JsonEnvelope
{
    /// <summary>Bytes before the first article of the list, or 0 where the file is no such answer.</summary>
    public static int Length(ReadOnlySpan<byte> head, bool headIsAll)
    {
        var reader = new Utf8JsonReader(head, isFinalBlock: headIsAll, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return 0;
            }

            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth <= 2 && IsList(ref reader))
                {
                    if (!reader.Read())
                    {
                        return 0;
                    }

                    if (reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    {
                        return (int)reader.TokenStartIndex;
                    }
                }
                else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth >= 2 && !reader.TrySkip())
                {
                    return 0;
                }
            }
        }
        catch (JsonException)
        {
            return 0;
        }

        return 0;
    }

    private static bool IsList(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        foreach (string list in (string[])["articles", "results", "data", "value", "hits", "items", "documents", "docs", "response", "stories", "statements"])
        {
            if (name.SequenceEqual(Encoding.ASCII.GetBytes(list)))
            {
                return true;
            }
        }

        return false;
    }
}
