using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A group of statements about finished work, backed by commits.</summary>
/// <param name="Entries">The deletable entries, without the protected ones.</param>
/// <param name="IsRepetition">True when commit messages contain most of it in the same words.</param>
internal sealed record FinishedReport(IReadOnlyList<RedundantBlock> Entries, bool IsRepetition);

/// <summary>
/// The reports of finished work in the checked documents. A report counts only when commits back it: one of its statements is contained in
/// a commit message or contains one, or it cites a commit. Its other entries then need less evidence than they would alone.
/// </summary>
internal sealed class FinishedReports
{
    private const float BackedShare = 0.5f;
    private const float SubjectShare = 0.7f;
    private const int RareTerms = 3;

    // Diffs share more words by chance than messages do.
    private const int RareTermsOfDiff = 5;

    // A long statement that hardly any commit contains is an explanation; a log entry is short.
    private const float LongStatement = 24;
    private const float LongShare = 0.28f;

    private readonly RuleContext _context;
    private readonly PacketReading _reading;
    private readonly ChangedPaths _changed;

    private FinishedReports(RuleContext context)
    {
        _context = context;
        _reading = PacketReading.Of(context);
        _changed = new ChangedPaths(context);
        All = [.. context.Documents.SelectMany(Read)];
    }

    public IReadOnlyList<FinishedReport> All { get; }

    public static FinishedReports Of(RuleContext context) => context.Evidence.Share(() => new FinishedReports(context));

    private sealed record Entry(Block Block, Containment Containment, IReadOnlyList<Commit> Backing);

    private CommitIndex Commits => _context.Evidence.Commits;

    private IEnumerable<FinishedReport> Read(Document document)
    {
        var groups = Groups(document).Select(group => group.Select(ReadEntry).ToArray()).ToArray();
        var backing = groups.SelectMany(group => group).SelectMany(entry => entry.Backing).ToHashSet();
        return groups.Select(group => Make(group, backing)).OfType<FinishedReport>();
    }

    private IEnumerable<IEnumerable<Block>> Groups(Document document)
    {
        var blocks = document.Blocks.Where(block => !block.IsHeader && block.Kind is not (BlockKind.Fence or BlockKind.Comment or BlockKind.Html)).ToArray();
        foreach (var report in blocks.GroupBy(_reading.Report).Where(group => group.Key is not null))
            yield return report;
        foreach (var ticked in blocks.Where(block => _reading.Report(block) is null && _reading.IsTicked(block)).GroupBy(block => block.Section))
            yield return ticked;
    }

    private FinishedReport? Make(Entry[] group, HashSet<Commit> backingOfDocument)
    {
        var backing = group.SelectMany(entry => entry.Backing).Concat(group.Where(entry => entry.Containment.RareCount >= RareTerms).SelectMany(CommitsOf).Where(backingOfDocument.Contains))
            .GroupBy(commit => commit).OrderByDescending(each => each.Count()).Select(each => each.Key).ToArray();
        if (backing.Length == 0)
            backing = [.. group.SelectMany(entry => InDiffs(entry, BackedShare)).Distinct()];
        if (backing.Length == 0)
            backing = [.. _changed.Behind([.. group.Select(entry => entry.Block)])];
        if (backing.Length == 0)
            return null;
        var entries = group.Where(MayGo).ToArray();
        var repeated = entries.Count(entry => entry.Containment is { Share: >= BackedShare, RareCount: >= RareTerms });
        return new([.. entries.Select(entry => new RedundantBlock(entry.Block, [.. Behind(entry, backing).Select(commit => new EvidenceItem(EvidenceKind.Commit, commit.ShortId, commit.Subject))]))], repeated * 5 >= entries.Length * 3);
    }

    private Entry ReadEntry(Block block)
    {
        var containment = _context.Evidence.Query.Of(block) is [var assertion] ? Commits.Cover(assertion) : Containment.None;
        var backing = containment is { Share: >= BackedShare, RareCount: >= RareTerms } || containment.SubjectShare >= SubjectShare ? containment.Passages.Select(Commits.CommitOf).Distinct().ToList() : [];
        backing.InsertRange(0, Commits.CitedIn($"{block.Section.Title} {block.Text}"));
        return new(block, containment, [.. backing.Distinct()]);
    }

    private IEnumerable<Commit> Behind(Entry entry, Commit[] backing)
    {
        if (entry.Backing.Count > 0)
            return entry.Backing;
        return IsUnsaid(entry) && InDiffs(entry, LongShare) is { Count: > 0 } inDiffs ? inDiffs : backing.Take(1);
    }

    // The commits with an uninformative message whose diffs contain at least a share of an entry, in one place.
    private IReadOnlyList<Commit> InDiffs(Entry entry, float share) =>
        _context.Evidence.Query.Of(entry.Block) is [var assertion] && _context.Evidence.UninformativeCommits.Cover(assertion) is { RareCount: >= RareTermsOfDiff } containment && containment.Share >= share
            ? [.. containment.Passages.Select(_context.Evidence.UninformativeCommits.CommitOf).Distinct()] : [];

    private IEnumerable<Commit> CommitsOf(Entry entry) => entry.Containment.Passages.Select(Commits.CommitOf).Distinct();

    private bool MayGo(Entry entry) =>
        !_reading.HasProtectedWording(entry.Block) && !ProtectedWording.ShowsCommand(entry.Block) && !ProtectedWording.NamesOutsideThing(entry.Block) && !IsExplanation(entry)
        && !(IsAboutChecks(entry.Block) && ProtectedWording.IsAboutNow(entry.Block));

    private bool IsAboutChecks(Block block) => block.Section.OwnKind is SectionKind.Validation or SectionKind.State || _reading.Report(block) is null;

    private bool IsExplanation(Entry entry) => IsUnsaid(entry) && InDiffs(entry, LongShare).Count == 0;

    private bool IsUnsaid(Entry entry) =>
        _context.Evidence.Query.Of(entry.Block) is [var assertion] && assertion.Factors.Sum() >= LongStatement && entry.Containment.Share < LongShare;
}
