using Diplomacy.Analysis.Parsing;
using Diplomacy.Analysis.Pipeline;
using Xunit;

namespace Diplomacy.Analysis.Tests.Parsing;

/// <summary>What every tree must be.</summary>
internal static class TreeChecks
{
    /// <summary>One root, no cycle, every head inside the sentence, no crossing arcs; and the views tell the same as the heads.</summary>
    public static void AssertTree(DocumentContext document, int sentence)
    {
        var view = new DependencyView(document, sentence);
        int roots = 0, children = 0;
        for (int token = view.First; token < view.End; token++)
        {
            int head = document.Heads[token];
            if (head < 0)
            {
                Assert.Equal(-1, head);
                Assert.Equal(DependencyRelation.Root, view.RelationOf(token));
                Assert.Equal(new TokenRange(view.First, view.End), view.SubtreeOf(token));
                roots++;
            }
            else
            {
                Assert.InRange(head, view.First, view.End - 1);
                Assert.NotEqual(token, head);
                Assert.True(view.IsWithin(token, head));
                Assert.False(view.IsWithin(head, token), "a cycle");
            }

            // An unbroken range of descendants for each token: that is projectivity.
            int within = 0;
            foreach (int child in view.ChildrenOf(token))
            {
                Assert.Equal(token, document.Heads[child]);
                within += view.SubtreeOf(child).Count;
                children++;
            }

            Assert.Equal(view.SubtreeOf(token).Count, within + 1);
        }

        Assert.Equal(1, roots);
        Assert.Equal(view.End - view.First - 1, children);
    }
}
