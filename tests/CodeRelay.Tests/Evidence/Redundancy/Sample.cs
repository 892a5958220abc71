using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Text;

namespace CodeRelay.Tests.Evidence.Redundancy;

/// <summary>Claims and what may cover them, from a few lines.</summary>
internal static class Sample
{
    /// <summary>The claims of a text, one for each paragraph or item.</summary>
    public static TextQuery Claims(params string[] paragraphs) =>
        TextQuery.Read([new Document("HANDOFF.md", SourceText.From(string.Join("\n\n", paragraphs) + "\n"))]);

    /// <summary>An index over texts, the first one being source 0.</summary>
    public static PassageIndex Index(TextQuery claims, params string[] texts)
    {
        var writer = new PassageWriter(claims.Vocabulary);
        for (var i = 0; i < texts.Length; i++)
            writer.AddText(i, texts[i]);
        return new PassageIndex([writer], claims.All, claims.Vocabulary.Count);
    }

    /// <summary>How much of one claim some texts say.</summary>
    public static Containment Cover(string claim, params string[] texts)
    {
        var claims = Claims(claim);
        return Index(claims, texts).Cover(claims.All[0]);
    }
}
