using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Consistency;

/// <summary>Two tasks have the same id, so that a reference to it is ambiguous.</summary>
internal sealed partial class RLY7001DuplicateTaskId : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY7001", "duplicate-task-id", Severity.Warning, "two tasks have the same id")
    {
        NoFix = "which task keeps the id depends on what refers to it",
    };

    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Tasks or DocumentKind.Handoff;

    protected override void Check(Document document, RuleContext context)
    {
        var first = new Dictionary<string, Block>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in document.Blocks.Where(block => block.CheckBox != CheckBox.None))
        {
            if (Id().Match(block.Text) is not { Success: true } match || first.TryAdd(match.Groups["id"].Value, block))
                continue;
            var id = match.Groups["id"].Value;
            var other = first[id];
            context.Report(this, block, $"task id {id} is already used in line {other.Line}, so a reference to it is ambiguous; give one of the two tasks another id", [new EvidenceItem(EvidenceKind.Document, $"{document.Path}:{other.Line}", other.Text)]);
        }
    }

    // T12, T-12, TASK-12 and 1.2 identify one task. ABC-12 identifies a ticket, which may have several tasks.
    [GeneratedRegex(@"^[\[(*_]*(?<id>T(?:ASK)?[-_ ]?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+)(?:[\])*_:.—–-]|\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
