using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Converts a handoff's text and git's facts to an artifact.</summary>
internal sealed partial class ArtifactDraft
{
    private const int MostFiles = 50;

    private readonly HandoffDraft _draft;
    private readonly SessionEvidence _evidence;
    private readonly IReadOnlyList<(OutlineEntry Entry, BriefingPart Part)> _entries;

    /// <param name="draft">The text, with the fields that the writer gave.</param>
    /// <param name="configuration">The settings of coderelay.yml.</param>
    public ArtifactDraft(HandoffDraft draft, Configuration configuration)
    {
        _draft = draft;
        _evidence = SessionEvidence.Of(draft.Owner.Repository, configuration);
        var document = new Document(HandoffCheck.FileName, SourceText.From(draft.Body), DocumentKind.Handoff);
        _entries = [.. Outline.Read(document).Select(entry => (entry, PartOf(entry)))];
    }

    /// <summary>The current work item, or null.</summary>
    public string? ActiveBead { get; init; }

    /// <summary>The artifact with an id.</summary>
    /// <param name="id">`handoff-` and a time.</param>
    /// <param name="now">The time of writing.</param>
    public HandoffArtifact Compose(string id, DateTimeOffset now) => new()
    {
        Id = id,
        CreatedAt = ReceiptStamp.Time(now),
        Goal = Goal(),
        Summary = string.Join('\n', Summary()),
        Continuation = HandoffFrame.Clean(_draft.NextAction().ReplaceLineEndings("\n")).Trim() is { Length: > 0 } next ? next : null,
        ArtifactsProduced = [.. _evidence.Files(_draft.Owner.Repository).Concat(NamedFiles()).Distinct(StringComparer.Ordinal).Take(MostFiles)],
        DecisionsMade = Texts(BriefingPart.Decisions),
        OpenRisks = Texts(BriefingPart.Blockers),
        State = State(),
    };

    // A title match finds the one heading with its own field; follow-ups are no next steps here.
    private static BriefingPart PartOf(OutlineEntry entry)
    {
        for (var section = entry.Section; section is not null; section = section.Parent)
        {
            if (section.Title.Equals(HandoffSections.NextAction, StringComparison.OrdinalIgnoreCase))
                return BriefingPart.Next;
            if (section.Title.Equals(HandoffSections.OpenFollowUps, StringComparison.OrdinalIgnoreCase))
                return entry.IsDone ? BriefingPart.Done : BriefingPart.Blockers;
            // Completed work in the handoff's own sections warns the reader and is no list of accomplishments.
            if (section.Title.Contains("DO NOT REDO", StringComparison.OrdinalIgnoreCase))
                return BriefingPart.Context;
        }

        return entry.Section.Title.StartsWith("Files touched", StringComparison.OrdinalIgnoreCase) ? BriefingPart.Files : BriefingParts.Of(entry);
    }

    private string? Goal()
    {
        var goal = _draft.Name ?? (Texts(BriefingPart.Goal) is [var first, ..] ? first : _draft.Title());
        return goal is not null && HandoffFrame.OneLine(goal) is { Length: > 0 } line ? line : null;
    }

    // The schema has no field for the pause or for accomplishments; the order follows the reader's questions.
    private IEnumerable<string> Summary()
    {
        yield return $"Status: {PauseStatus()}";
        if (LastAction() is { } action)
            yield return $"Last action: {action}";
        if (_evidence.Accomplished.Count > 0)
            yield return _evidence.IsSincePacket ? "\nAccomplished since the packet's last change, by git log:" : "\nNewest commits, by git log:";
        foreach (var commit in _evidence.Accomplished)
            yield return $"- {commit.ShortId} {HandoffFrame.OneLine(commit.Subject)}";
        if (_draft.Forced.Count > 0)
            yield return $"Sent despite errors: {string.Join(", ", _draft.Forced)}";
        foreach (var entry in _entries.Where(entry => entry.Part is BriefingPart.InProgress or BriefingPart.Context && !SaysStatus(entry.Entry)))
            yield return Line(entry.Entry);
    }

    private string PauseStatus()
    {
        if (_entries.FirstOrDefault(entry => entry.Part == BriefingPart.InProgress && SaysStatus(entry.Entry)).Entry is { } said)
            return HandoffFrame.OneLine(said.Text).TrimEnd('.');
        return _evidence.IsDirty switch
        {
            true => $"paused mid-task, {_evidence.Changes!.Count} uncommitted file(s) besides the packet's",
            false => "between tasks, nothing is uncommitted",
            null => "paused; git did not answer",
        };
    }

    private string? LastAction()
    {
        var changes = (_evidence.Changes ?? []).Take(3).Select(change => change.Path).ToList();
        var uncommitted = changes.Count == 0 ? null : $"uncommitted changes in {string.Join(", ", changes)}{(_evidence.Changes!.Count > changes.Count ? " and others" : "")}";
        var commit = _evidence.Recent is [var newest, ..] ? $"commit {newest.ShortId} {HandoffFrame.OneLine(newest.Subject)}" : null;
        return commit is null ? uncommitted : uncommitted is null ? commit : $"{commit}, then {uncommitted}";
    }

    private static bool SaysStatus(OutlineEntry entry) =>
        Pause().IsMatch(entry.Text) && (entry.Label.Length == 0 || entry.Label.StartsWith("status", StringComparison.OrdinalIgnoreCase));

    // A heading names the subject; each of several entries repeats it.
    private static string Line(OutlineEntry entry)
    {
        var text = HandoffFrame.Clean(entry.IsFence ? $"```\n{entry.Text}\n```" : entry.Whole);
        var title = entry.Section.Level > 1 && BriefingParts.Of(entry) == BriefingPart.Context ? $"{HandoffFrame.OneLine(entry.Section.Title).TrimEnd(':')}:" : "";
        return entry.IsFence ? $"{title}\n{text}".TrimStart('\n') : $"- {(title.Length > 0 ? title + " " : "")}{text.Replace("\n", "\n  ", StringComparison.Ordinal)}";
    }

    private IReadOnlyList<string> Texts(BriefingPart part) =>
        [.. _entries.Where(entry => entry.Part == part && !entry.Entry.IsDone).Select(entry => HandoffFrame.Clean(entry.Entry.Whole)).Distinct(StringComparer.Ordinal)];

    // The existing files that the text names below its file headings.
    private IEnumerable<string> NamedFiles()
    {
        var repository = _draft.Owner.Repository;
        return _entries.Where(entry => entry.Part == BriefingPart.Files)
            .SelectMany(entry => entry.Entry.Text.Split('\n'))
            .Select(line => line.Trim().TrimStart('`').Split(['`', ' '], 2)[0])
            .Where(path => path.Length > 0 && !Path.IsPathRooted(path) && repository.RelativePath(repository.FullPath(path)) is not null and not "." && Path.Exists(repository.FullPath(path)));
    }

    private ArtifactState? State() => _evidence.Changes is null && ActiveBead is null ? null : new ArtifactState
    {
        Branch = _evidence.Branch,
        IsDirty = _evidence.IsDirty ?? false,
        ModifiedFiles = [.. (_evidence.Changes ?? []).Take(ArtifactState.MostFiles).Select(change => change.Path)],
        ActiveBead = ActiveBead,
        RecentCommits = [.. _evidence.Recent.Take(ArtifactState.MostCommits).Select(commit => $"{commit.ShortId} {HandoffFrame.OneLine(commit.Subject)}")],
    };

    [GeneratedRegex(@"^\W*(?:blocked (?:on|by)\b|(?:paused )?mid-task\b|paused\b|between tasks\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pause();
}
