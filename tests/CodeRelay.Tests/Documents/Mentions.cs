using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Tests.Documents;

/// <summary>Reads the mentions of a text for tests.</summary>
internal static class Mentions
{
    public static IReadOnlyList<Mention> Of(string text, string path = "HANDOFF.md") => new Document(path, SourceText.From(text)).Mentions;

    /// <summary>The targets of one kind, joined by a blank bar; empty when there are none.</summary>
    public static string Targets(string text, MentionKind kind) => string.Join(" | ", Of(text).Where(mention => mention.Kind == kind).Select(mention => mention.Target));
}
