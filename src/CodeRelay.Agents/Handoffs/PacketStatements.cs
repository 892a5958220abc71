using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The packet's statements for each part of a prompt or handoff: verbatim, once, without completed work, git facts and secrets.</summary>
/// <param name="handoff">The packet's HANDOFF.md.</param>
/// <param name="findings">The findings in it.</param>
internal sealed partial class PacketStatements(Document handoff, IReadOnlyList<Finding> findings)
{
    private readonly PacketAnswers _answers = PacketAnswers.Of(handoff);
    private readonly HashSet<(int Start, int End)> _said = [];

    /// <summary>The statements as Markdown lines; a fence is one entry.</summary>
    public IEnumerable<string> About(SectionKind kind)
    {
        foreach (var statement in Wanted(kind))
            yield return Written(statement);
        if (kind == SectionKind.Goal && _said.Count == 0 && GoalElsewhere() is { Length: > 0 } goal)
            yield return VisibleText.OfLine(goal);
    }

    /// <summary>The statements themselves, for another rendering.</summary>
    public IEnumerable<Statement> Wanted(SectionKind kind) =>
        _answers.About(kind).Statements.Where(statement => IsWanted(statement, kind) && _said.Add((statement.Start, statement.End)));

    // Without a goal section, the goal is in the front matter or the title; otherwise the gate would have failed.
    private string? GoalElsewhere()
    {
        return handoff.FrontMatter?["goal"] ?? handoff.FrontMatter?["task"] ?? handoff.FrontMatter?["objective"] ?? handoff.Sections.FirstOrDefault(section => section.Level == 1)?.Title;
    }

    private bool IsWanted(Statement statement, SectionKind kind) =>
        !statement.IsStruck
        && (kind == SectionKind.Acceptance || statement.Block.CheckBox != CheckBox.Done)
        // The nearest heading or label decides: completed work under the goal's heading is completed work.
        && (statement.Kinds.Count == 0 || statement.Kinds[0] == kind || !Has(statement.Kinds[0]))
        && !(kind == SectionKind.State && IsOfGit(statement))
        && !findings.Any(finding => finding.File == statement.Block.Document.Path && Covers(finding, statement));

    private static bool Has(SectionKind kind) => kind is SectionKind.Done or SectionKind.Goal or SectionKind.Acceptance or SectionKind.Constraints or SectionKind.InProgress or SectionKind.Next
        or SectionKind.Files or SectionKind.Blockers or SectionKind.Validation or SectionKind.Review or SectionKind.State;

    private static bool Covers(Finding finding, Statement statement) => finding.Rule.Area == RuleArea.Redundancy
        ? finding.Range.Line <= statement.Range.Line && finding.Range.LastLine >= statement.Range.LastLine
        : finding.IsSensitive && finding.Range.Line <= statement.Range.LastLine && finding.Range.LastLine >= statement.Range.Line;

    private static bool IsOfGit(Statement statement) => Git().IsMatch(statement.SourceOpening);

    // A table row becomes a list item; lines indented below an item stay below it.
    private static string Written(Statement statement)
    {
        var block = statement.Block;
        if (block.Kind == BlockKind.TableRow)
            return $"- {VisibleText.OfLine(statement.Text)}";
        var lines = statement.Source.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(VisibleText.OfLine);
        return string.Join('\n', block.Kind == BlockKind.ListItem ? lines.Select((line, i) => i == 0 ? new string(' ', 2 * block.Depth) + line.TrimStart() : line) : lines);
    }

    [GeneratedRegex(@"\b(?:branch|HEAD|commit|working\s+tree|worktree|uncommitted|unstaged|untracked|git\s+status|pushed|ahead\s+of|behind)\b|(?:ветка|коммит|分支|提交|ブランチ|コミット|브랜치|커밋|Zweig|Arbeitsbaum)|^\W*(?:last\s+)?updated?\b|^\W*date\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Git();
}
