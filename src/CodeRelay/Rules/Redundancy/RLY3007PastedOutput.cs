using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A diff, a log or a block of code that stands in the packet as it was printed.</summary>
public sealed class RLY3007PastedOutput : RedundancyRule
{
    // An error of a few lines may be the very thing that the next session needs.
    private const int ShortestLog = 9;
    private const int ShortestDiff = 4;

    // Commands are for the reader to run; documents that have them are another rule's concern.
    private static readonly HashSet<string> Shells = new(StringComparer.OrdinalIgnoreCase) { "bash", "sh", "shell", "zsh", "fish", "console", "powershell", "pwsh", "ps1", "cmd", "bat", "text", "txt", "markdown", "md" };

    public override RuleInfo Info { get; } = new("RLY3007", "pasted-output", Severity.Warning, "the text pastes a diff, a log or source code instead of naming it")
    {
        Fix = FixSafety.Unsafe,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var fences = document.Blocks.Where(block => block.Kind == BlockKind.Fence && !taken.Contains(block)).Select(block => (Block: block, Lines: LinesOf(block))).ToArray();
        var code = fences.Where(fence => IsCode(fence.Block) && !PacketReading.Of(context).Protects(fence.Block)).Select(fence => fence.Lines).ToArray();
        var sources = code.Length > 0 ? new SourceLines(context.Repository, code) : null;
        foreach (var (block, lines) in fences)
        {
            if (lines.Length >= ShortestDiff && (block.Info.StartsWith("diff", StringComparison.Ordinal) || PastedText.IsDiff(lines)))
                yield return new(block, [new(EvidenceKind.Worktree, "git diff", $"a diff of {lines.Length} lines, which git can print; name the commit or the files instead")]);
            else if (lines.Length >= ShortestLog && PastedText.IsLog(lines))
                yield return new(block, [new(EvidenceKind.Worktree, "log", $"{lines.Length} lines of program output; keep the command and the line that matters")]);
            else if (code.Contains(lines) && sources?.Find(lines) is { } source)
                yield return new(block, [new(EvidenceKind.Path, source.Reference, source.Text)]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) =>
        string.Join("; ", run.SelectMany(found => found.Evidence).Select(item => item.Kind == EvidenceKind.Path ? $"the text pastes source code ({item.Text[..item.Text.IndexOf(" lines", StringComparison.Ordinal)]} lines are in {item.Reference}); name the file and the line instead" : $"the text pastes {item.Text}"));

    private static string[] LinesOf(Block fence) => [.. fence.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    private static bool IsCode(Block fence) => !fence.Info.StartsWith("diff", StringComparison.Ordinal) && !Shells.Contains(fence.Info);
}
