using CodeRelay.Evidence;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Tests.Evidence;

/// <summary>Claims and what may cover them, from a few lines.</summary>
internal static class Sample
{
    /// <summary>The claims of a text, one for each paragraph or item.</summary>
    public static ClaimSet Claims(params string[] paragraphs) =>
        ClaimSet.Read([new Document("HANDOFF.md", SourceText.From(string.Join("\n\n", paragraphs) + "\n"))]);

    /// <summary>An index over texts, the first one being source 0.</summary>
    public static PassageIndex Index(ClaimSet claims, params string[] texts)
    {
        var writer = new PassageWriter(claims.Vocabulary);
        for (var i = 0; i < texts.Length; i++)
            writer.AddText(i, texts[i]);
        return new PassageIndex([writer], claims.All, claims.Vocabulary.Count);
    }

    /// <summary>How much of one claim some texts say.</summary>
    public static Coverage Cover(string claim, params string[] texts)
    {
        var claims = Claims(claim);
        return Index(claims, texts).Cover(claims.All[0]);
    }
}
