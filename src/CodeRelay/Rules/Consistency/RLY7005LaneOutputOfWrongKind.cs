using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>A lane did the work of another one: a plan or an audit changed source files, an execution changed the contract.</summary>
internal sealed class RLY7005LaneOutputOfWrongKind : Rule
{
    private const int MostEvidence = 5;
    private const int LongestQuote = 60;

    private static readonly TimeSpan TimeOfOneCommit = TimeSpan.FromSeconds(2);

    public override RuleInfo Info { get; } = new("RLY7005", "lane-output-of-wrong-kind", Severity.Warning, "a lane did the work of another lane")
    {
        NoFix = "the supervisor has to decide whether the work or the lane is wrong",
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Repository.Git is null ? [] : context.Packets)
        {
            var declaration = LaneDeclaration.Of(packet.Handoff);
            if (declaration.Active is not { } lane || LaneStart.Find(packet.Handoff, lane, context.Repository) is not { } start)
                continue;
            if (lane == Lane.Execute)
                CheckContract(packet, start, context);
            else
                CheckWork(packet, declaration, lane, start, context);
        }
    }

    private void CheckWork(Packet packet, LaneDeclaration declaration, Lane lane, Commit start, RuleContext context)
    {
        var scope = new PacketScope(packet.Handoff, context.Evidence.Paths);
        // Files outside the scope belong to other work on the branch; in an audit a test that shows a defect is a finding.
        bool IsWork(string path) => scope.Of(path) == Relevance.Named && !(lane == Lane.Audit && TestFiles.IsTest(path));

        var evidence = context.Repository.History.Since(start.Id).SelectMany(commit => commit.Paths.Where(IsWork).Select(path => new EvidenceItem(EvidenceKind.Path, path, $"changed by {commit.ShortId}")))
            .Concat(context.Repository.WorkingTree.Changes.Where(change => !change.IsUntracked && IsWork(change.Path) && IsAfter(context.Repository.FullPath(change.Path), start)).Select(change => new EvidenceItem(EvidenceKind.Worktree, change.Path, "uncommitted")))
            .DistinctBy(item => item.Reference).ToArray();
        if (evidence.Length == 0)
            return;
        var value = (declaration.Declared ?? declaration.To)!;
        var count = evidence.Length == 1 ? "1 source file was" : $"{evidence.Length:N0} source files were";
        context.Report(this, packet.Handoff, value.Start, value.End,
            $"lane {lane.Word()} must not {LaneCharter.Of(lane).MustNot}, but {count} changed since it began in {start.ShortId}: {string.Join(", ", evidence.Take(3).Select(item => item.Reference))}{(evidence.Length > 3 ? " …" : "")}; hand the change to the execute lane, or write `lane: execute` if this is execution",
            evidence[..Math.Min(evidence.Length, MostEvidence)]);
    }

    // Another goal means another contract; with the same goal every other clause must remain.
    private void CheckContract(Packet packet, Commit start, RuleContext context)
    {
        if (LaneStart.Read(packet.Handoff.Path, start.Id, context.Repository) is not { } accepted || !Clauses(accepted, SectionKind.Goal).Any(IsKept))
            return;
        foreach (var kind in new[] { SectionKind.Acceptance, SectionKind.Constraints })
        {
            var gone = Clauses(accepted, kind).Where(clause => !IsKept(clause)).ToArray();
            if (gone.Length == 0)
                continue;
            var name = kind == SectionKind.Acceptance ? "acceptance gate" : "constraints";
            var message = $"lane execute must not change the accepted contract, but since {start.ShortId} its {name} no longer {(name == "constraints" ? "say" : "says")} \"{Clipping.Truncate(gone[0].Text, LongestQuote)}\"{(gone.Length > 1 ? $" and {gone.Length - 1} more" : "")}; restore the text, or hand the change to the plan lane";
            EvidenceItem[] evidence = [.. gone.Take(MostEvidence).Select(clause => new EvidenceItem(EvidenceKind.Commit, start.ShortId, Clipping.Truncate(clause.Text, LongestQuote)))];
            if (PacketSection(packet.Handoff, kind) is { } section)
                context.Report(this, packet.Handoff, section, message, evidence);
            else
                context.Report(this, packet.Handoff, message, evidence);
        }

        bool IsKept(Statement clause) => Present().Contains(Plain(clause));
        HashSet<string> Present() => context.Evidence.Share(() => new PresentClauses(context.Packets)).Of(packet.Handoff);
    }

    private static Section? PacketSection(Document handoff, SectionKind kind) => handoff.Sections.FirstOrDefault(section => section.OwnKinds.Contains(kind));

    private static IEnumerable<Statement> Clauses(Document document, SectionKind kind) => CodeRelay.Packets.PacketAnswers.Of(document).About(kind).Statements.Where(statement => Plain(statement).Length > 0);

    private static string Plain(Statement statement) => PresentClauses.Plain(statement);

    private static bool IsAfter(string file, Commit start) => File.Exists(file) && File.GetLastWriteTimeUtc(file) > start.Time.UtcDateTime.Add(TimeOfOneCommit);
}

/// <summary>The current clauses of each packet without markup, boxes and punctuation, so that a ticked clause is the same clause.</summary>
internal sealed class PresentClauses(IReadOnlyList<Packet> packets)
{
    private readonly Dictionary<Document, HashSet<string>> _byHandoff =
        packets.ToDictionary(packet => packet.Handoff, packet => packet.Documents.SelectMany(document => document.Statements).Select(Plain).ToHashSet(StringComparer.Ordinal));

    public HashSet<string> Of(Document handoff) => _byHandoff[handoff];

    public static string Plain(Statement statement) => string.Concat(statement.Opening.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>Recognises test files by common naming conventions.</summary>
internal static partial class TestFiles
{
    public static bool IsTest(string path) => Shape().IsMatch(path);

    [GeneratedRegex(@"(?:^|/)(?:[\w.-]*\.)?(?:[Tt]ests?|specs?|__tests__|testing)/|(?:^|/)tests?_[^/]*$|[._-](?:tests?|specs?)\.[^/]*$|Tests?\.\w+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
