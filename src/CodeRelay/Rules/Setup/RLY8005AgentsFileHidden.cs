using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Rules.Budget;
using CodeRelay.Text;

namespace CodeRelay.Rules.Setup;

/// <summary>A CLAUDE.md beside AGENTS.md that does not import it, so that Claude Code never reads AGENTS.md.</summary>
internal sealed class RLY8005AgentsFileHidden : Rule
{
    public override RuleInfo Info { get; } = new("RLY8005", "agents-file-hidden", Severity.Info, "CLAUDE.md hides AGENTS.md from Claude Code")
    {
        Fix = FixSafety.Safe,
    };

    internal override void Check(RuleContext context)
    {
        if (HiddenInstructions.HiddenBy(context.Repository, Read) is not { } hiding || context.Documents.All(document => document.Path != hiding.Path))
            return;
        var import = HiddenInstructions.ImportIn(hiding);
        context.Report(
            this,
            hiding,
            $"Claude Code reads {hiding.Path} instead of {HiddenInstructions.FileName}, which this file does not import, so it misses what other agents are told; add the line {import}",
            [new EvidenceItem(EvidenceKind.Document, HiddenInstructions.FileName, "is not imported")],
            Import(context.Repository, hiding, import));

        Document? Read(string path) =>
            context.Documents.FirstOrDefault(document => document.Path == path) ?? (context.Repository.ReadText(path) is { } text ? new Document(path, text) : null);
    }

    // Behind a fence that is never closed the line would be text.
    private static Fix? Import(Repository repository, Document document, string import)
    {
        var content = document.Text.Content;
        var lineBreak = content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = (content.Length == 0 || content.EndsWith('\n') ? "" : lineBreak) + (content.Length == 0 ? "" : lineBreak) + import + lineBreak;
        var cured = new Document(document.Path, SourceText.From(content + added), document.Kind);
        return HiddenInstructions.BringsIn(repository, cured)
            ? new Fix($"add {import}", FixSafety.Safe, [new TextEdit(document.Path, content.Length, 0, added)])
            : null;
    }
}

/// <summary>Whether Claude Code gets to see AGENTS.md, which it reads by itself only where it has no file of its own.</summary>
internal static class HiddenInstructions
{
    public const string FileName = "AGENTS.md";

    private static readonly string[] OfClaude = ["CLAUDE.md", ".claude/CLAUDE.md"];

    /// <summary>The file because of which AGENTS.md is not read, or null when it is read or has nothing to say.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="read">Gives a document by its path, or null.</param>
    public static Document? HiddenBy(Repository repository, Func<string, Document?> read)
    {
        if (OfClaude.Select(read).OfType<Document>().ToArray() is not { Length: > 0 } own || read(FileName) is not { } agents || string.IsNullOrWhiteSpace(agents.Text.Content))
            return null;
        return Array.Exists(own, document => IsSame(repository, document, agents) || BringsIn(repository, document)) ? null : own[0];
    }

    /// <summary>Tells whether a file imports AGENTS.md, directly or by another file.</summary>
    public static bool BringsIn(Repository repository, Document document) =>
        Imports.Closure(repository, document).Skip(1).Any(imported => imported.Path == FileName);

    /// <summary>The line that imports it.</summary>
    public static string ImportIn(Document document) => document.Directory.Length == 0 ? $"@{FileName}" : $"@../{FileName}";

    // A link, or a copy.
    private static bool IsSame(Repository repository, Document one, Document other) =>
        RealPath.Of(repository.FullPath(one.Path)) == RealPath.Of(repository.FullPath(other.Path)) || one.Text.Content.ReplaceLineEndings() == other.Text.Content.ReplaceLineEndings();
}
