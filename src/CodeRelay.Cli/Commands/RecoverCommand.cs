using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Packets;
using CodeRelay.Relay;
using CodeRelay.Runtimes.Sessions;
using CodeRelay.Workspace;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay recover`: one screen for an agent that has just lost its context.</summary>
internal sealed class RecoverCommand : Verb
{
    private const int MostChanges = 10;
    private const int MostFiles = 10;
    private const int MostShown = 3;
    private const int LongestSubject = 90;
    private const int LabelWidth = 11;
    private const int WidthOfPipe = 200;

    private readonly ChoiceOption<bool> _json = JsonOption();

    public RecoverCommand()
        : base("recover", "Show what a session needs after it lost its context: branch, changes, next step.") => Options.Add(_json);

    public override VerbGroup? Group => VerbGroup.Packet;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay recover                # after a compaction, or in a new terminal",
        "coderelay recover --format json  # for scripts",
    ];

    protected override int Run(ParseResult arguments)
    {
        var report = RecoverReport.Read(Here.Find());
        var now = report.Waiting.Count > 0 || report.LastReceived is not null ? WorktreeFacts.Of(report.Repository) : WorktreeFacts.None;
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, json => WriteJson(report, now, json));
            return ExitCode.Success;
        }

        if (report.Packet is null)
            Messages.TellNoPacket(report.Repository, report.Status.Configuration, Terminal.Error);
        WriteText(report, now, Terminal.Output, Terminal.LayOut());
        return ExitCode.Success;
    }

    private static void WriteText(RecoverReport report, WorktreeFacts now, TextWriter output, FormatOptions options)
    {
        var paint = new Paint(options.UseColour);
        var width = (Terminal.Width ?? WidthOfPipe) - LabelWidth;
        void Lines(string label, IEnumerable<string> lines)
        {
            foreach (var (i, line) in lines.Index())
                output.WriteLine($"{(i == 0 ? paint.Bold(label.PadRight(LabelWidth)) : new string(' ', LabelWidth))}{OneLine.Clip(line, width)}");
        }

        Lines("repository", [report.Repository.Root]);
        if (report.Repository.Head is { } head)
            Lines("head", [report.Status.Head(head) + (report.Operation is { } operation ? $", a {operation} is in the middle" : ""), .. Some([.. report.Repository.WorkingTree.Changes.Select(Describe)], MostChanges, "git status")]);
        var commits = Some([.. report.Commits.Select(Describe)], RecoverReport.MostCommits, "git log");
        if (report.Packet is { } packet)
        {
            var path = packet.Packet.Handoff.Path;
            Lines("packet", [packet.Age, .. packet.LastChange is null ? [] : commits]);
            Lines("goal", report.Brief!.Goal is { } goal ? [goal] : []);
            Lines("begun", Some(report.Brief.InProgress, MostShown, path));
            Lines("next", Some([.. report.Brief.Next.Index().Select(step => $"{step.Index + 1}. {step.Item}")], MostShown, path));
            Lines("tasks", [TaskCounts.Line(packet.Tasks), .. report.Brief.OpenTasks.Take(MostShown)]);
        }

        if (report.Packet?.LastChange is null)
            Lines("commits", commits);
        Lines("inbox", Inbox(report, now));
        if (report.Status.Result.Input.Documents.Count > 0)
            Lines("check", [report.Status.Result.Findings.Count == 0 ? "nothing to report" : TextFormat.Counts(report.Status.Result, new Paint(useColour: false)), .. Some([.. report.Findings.Select(Describe)], MostShown, "coderelay check")]);
        output.WriteLine();
        output.WriteLine($"{paint.Good("now".PadRight(LabelWidth))}{VisibleText.OfLine(report.Now())}");
    }

    private static IEnumerable<string> Some(IReadOnlyList<string> lines, int most, string rest) =>
        lines.Count <= most ? lines : lines.Take(most).Append($"and {lines.Count - most} more: {rest}");

    private static string Describe(WorkingTreeChange change) => $"{(change.IsUntracked ? "new" : change.IsUnmerged ? "conflict" : change.IsDeleted ? "deleted" : "changed"),-9}{change.Path}";

    private static string Describe(Commit commit) =>
        $"{commit.ShortId} {OneLine.Clip(commit.Subject, LongestSubject)}{(commit.Paths.Count == 0 ? "" : $" ({string.Join(", ", commit.Paths.Take(MostShown))}{(commit.Paths.Count > MostShown ? $" and {commit.Paths.Count - MostShown} more" : "")})")}";

    private static string Describe(Finding finding) => $"{finding.File}:{finding.Range.Line} {finding.Rule.Id} {finding.Message}";

    private static IEnumerable<string> Inbox(RecoverReport report, WorktreeFacts now)
    {
        if (report.InboxProblem is { } problem)
            return [$"cannot be read: {problem}"];
        List<string> lines = [.. Some([.. report.Waiting.Select(file => $"waits: {Describe(file, now)}")], MostShown, "coderelay inbox list")];
        if (report.Claimed > 0)
            lines.Add($"{Words.Count(report.Claimed, "handoff")} taken by a reader that has not finished: coderelay inbox list");
        if (report.LastReceived is { } received)
            lines.Add($"last received: {Describe(received, now)}; coderelay inbox show {received.Id}");
        return lines;
    }

    private static string Describe(HandoffFile file, WorktreeFacts now)
    {
        var text = file.TryReadText() ?? new HandoffText([]);
        var drift = string.Concat(Drift.Of(text, now).Words.Select(word => $", {word} differs"));
        return $"{HandoffFrame.Name(file)}, from {text["from"] ?? "unknown"}{(HandoffFileName.TimeOf(file.Id) is { } time ? $", {Relays.Age(DateTimeOffset.UtcNow - time)} ago" : "")}{drift}";
    }

    private static void WriteJson(RecoverReport report, WorktreeFacts now, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/recover/1");
        JsonFormat.WriteRepository(report.Repository, json);
        json.WriteStringOrNull("operation", report.Operation);
        var changes = report.Repository.WorkingTree.Changes;
        json.WriteNumber("uncommitted", changes.Count);
        WriteArray("changes", changes.Take(MostChanges), json, change =>
        {
            json.WriteStartObject();
            json.WriteString("path", change.Path);
            json.WriteString("status", change.Status);
            json.WriteEndObject();
        });
        json.WriteStringOrNull("packet", report.Packet?.Packet.Handoff.Path);
        if (report.Packet is { } packet)
            packet.WriteAge(json);
        WriteArray("commits", report.Commits.Take(RecoverReport.MostCommits), json, commit => WriteCommit(commit, json));
        json.WriteStringOrNull("goal", report.Brief?.Goal);
        WriteArray("inProgress", report.Brief?.InProgress ?? [], json, json.WriteStringValue);
        WriteArray("next", report.Brief?.Next ?? [], json, json.WriteStringValue);
        TaskCounts.Write(report.Packet?.Tasks ?? new Dictionary<CheckBox, int>(), json);
        WriteArray("openTasks", (report.Brief?.OpenTasks ?? []).Take(MostShown), json, json.WriteStringValue);
        json.WriteStartObject("inbox");
        WriteArray("waiting", report.Waiting, json, file => InboxJson.WriteItem(json, file, now));
        json.WriteNumber("claimed", report.Claimed);
        WriteArray<HandoffFile>("received", report.LastReceived is { } received ? [received] : [], json, file => InboxJson.WriteItem(json, file, now));
        json.WriteStringOrNull("problem", report.InboxProblem);
        json.WriteEndObject();
        JsonFormat.WriteSummary(report.Status.Result, json);
        WriteArray("findings", report.Findings.Take(MostShown), json, finding => JsonFormat.WriteFinding(finding, json));
        json.WriteString("now", report.Now());
        json.WriteEndObject();
    }

    private static void WriteCommit(Commit commit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", commit.Id);
        json.WriteString("time", commit.Time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        json.WriteString("subject", commit.Subject);
        WriteArray("files", commit.Paths.Take(MostFiles), json, json.WriteStringValue);
        json.WriteNumber("fileCount", commit.Paths.Count);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(string name, IEnumerable<T> items, Utf8JsonWriter json, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
