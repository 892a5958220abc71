using CodeRelay.Analysis;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>The output words of enum values; their spelling is part of the formats.</summary>
internal static class EnumNames
{
    public static string Word(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Commit => "commit",
        EvidenceKind.Path => "path",
        EvidenceKind.Manifest => "manifest",
        EvidenceKind.Document => "document",
        EvidenceKind.Symbol => "symbol",
        EvidenceKind.Worktree => "worktree",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Word(this FixSafety safety) => safety switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        _ => "none",
    };

    /// <summary>Evidence on one line: "commit 3f2a91c: fix: retry on expired state".</summary>
    public static string Line(this EvidenceItem evidence) =>
        $"{evidence.Kind.Word()} {evidence.Reference}{(evidence.Text.Length == 0 ? "" : $": {evidence.Text}")}";

    /// <summary>A finding as lines of plain text: message, evidence, and the address of the rule's page.</summary>
    public static IEnumerable<string> Lines(this Finding finding) =>
        [VisibleText.OfLine(finding.Message), .. finding.Evidence.Select(evidence => VisibleText.OfLine(evidence.Line())), finding.Rule.HelpUri.AbsoluteUri];

    /// <summary>"1 finding", "2 findings".</summary>
    public static string Count(int number, string word) => $"{number:N0} {word}{(number == 1 ? "" : "s")}";
}
