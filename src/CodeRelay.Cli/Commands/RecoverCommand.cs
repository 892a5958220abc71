using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Hooks;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay recover`: one screen for an agent that has just lost its context.</summary>
internal sealed class RecoverCommand : Verb
{
    private const int MostChanges = 10;
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
        var here = CurrentRepository.OfProcess();
        var status = StatusReport.Read(here.RequireRepository());
        var report = RecoverReport.Read(status, here.NearestPacket([.. status.Packets.Select(packet => packet.Packet)]), () => CurrentRepository.ForHandoffs().Inbox);
        var now = report.Waiting.Count > 0 || report.LastReceived is not null ? WorktreeFacts.Of(report.Repository) : WorktreeFacts.None;
        if (_json.Read(arguments))
        {
            using var output = Terminal.OpenOutput();
            WriteJson(RecoverJson.Of(report, now), output);
            return ExitCode.Success;
        }

        if (report.Packet is null)
            Messages.TellNoPacket(report.Repository, report.Status.Configuration, Terminal.Error);
        WriteText(report, now, Terminal.Output, Terminal.LayOut());
        return ExitCode.Success;
    }

    private static void WriteJson(RecoverJson report, Stream output)
    {
        if (report.Packet is null)
            JsonText.Write(output, RecoverWithoutPacketJson.Of(report), ReportJsonContext.Default.RecoverWithoutPacketJson);
        else
            JsonText.Write(output, report, ReportJsonContext.Default.RecoverJson);
    }

    private static void WriteText(RecoverReport report, WorktreeFacts now, TextWriter output, FormatOptions options)
    {
        var style = new AnsiStyle(options.UseColour);
        var width = (Terminal.Width ?? WidthOfPipe) - LabelWidth;
        void Lines(string label, IEnumerable<string> lines)
        {
            foreach (var (i, line) in lines.Index())
                output.WriteLine($"{(i == 0 ? style.Bold(label.PadRight(LabelWidth)) : new string(' ', LabelWidth))}{OneLine.Clip(line, width)}");
        }

        Lines("repository", [report.Repository.Root]);
        if (report.Repository.Head is { } head)
            Lines("head", [StatusText.Head(report.Status, head) + (report.Operation is { } operation ? $", a {operation} is in the middle" : ""), .. Some([.. report.Repository.WorkingTree.Changes.Select(Describe)], MostChanges, "git status")]);
        var commits = Some([.. report.Commits.Select(Describe)], RecoverReport.MostCommits, "git log");
        if (report.Packet is { } packet)
        {
            var path = packet.Packet.Handoff.Path;
            Lines("packet", [StatusText.Age(packet), .. packet.LastChange is null ? [] : commits]);
            Lines("goal", report.Brief!.Goal is { } goal ? [goal] : []);
            Lines("begun", Some(report.Brief.InProgress, MostShown, path));
            Lines("next", Some([.. report.Brief.Next.Index().Select(step => $"{step.Index + 1}. {step.Item}")], MostShown, path));
            Lines("tasks", [TaskCounts.Line(packet.Tasks), .. report.Brief.OpenTasks.Take(MostShown)]);
        }

        if (report.Packet?.LastChange is null)
            Lines("commits", commits);
        Lines("inbox", Inbox(report, now));
        if (report.Status.Result.Input.Documents.Count > 0)
            Lines("check", [report.Status.Result.Findings.Count == 0 ? "nothing to report" : TextFormat.Counts(report.Status.Result, new AnsiStyle(useColour: false)), .. Some([.. report.Findings.Select(Describe)], MostShown, "coderelay check")]);
        output.WriteLine();
        output.WriteLine($"{style.Good("now".PadRight(LabelWidth))}{VisibleText.OfLine(report.Now())}");
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
        if (report.Leased > 0)
            lines.Add($"{EnumNames.Count(report.Leased, "handoff")} taken by a reader that has not finished: coderelay inbox list");
        if (report.LastReceived is { } received)
            lines.Add($"last received: {Describe(received, now)}; coderelay inbox show {received.Id}");
        return lines;
    }

    private static string Describe(HandoffFile file, WorktreeFacts now)
    {
        var text = file.TryReadText() ?? new HandoffText([]);
        var drift = string.Concat(Drift.Of(text, now).Names.Select(word => $", {word} differs"));
        return $"{HandoffFrame.Name(file)}, from {text["from"] ?? "unknown"}{(HandoffFileName.TimeOf(file.Id) is { } time ? $", {AgeText.Of(DateTimeOffset.UtcNow - time)} ago" : "")}{drift}";
    }
}
