using System.CommandLine;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox list`: unread, leased and read handoffs.</summary>
internal sealed class InboxListCommand : Verb
{
    private const int MostRead = 10;

    private readonly Option<bool> _all = new("--all") { Description = "Every recipient of this repository, those whose worktree is gone included." };
    private readonly Option<bool> _read = new("--read") { Description = $"Also list the last {MostRead} read handoffs; JSON always lists all of them." };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public InboxListCommand()
        : base("list", "List the handoffs for this worktree; nothing is archived.")
    {
        Options.Add(_all);
        Options.Add(_read);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay inbox list                     # what waits here",
        "coderelay inbox list --all --format json # for scripts, every recipient of the repository",
    ];

    protected override int Run(ParseResult arguments)
    {
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        var asJson = _json.Read(arguments);
        var withRead = asJson || arguments.GetValue(_read);
        IReadOnlyList<SurveyedHandoff> handoffs = arguments.GetValue(_all)
            ? InboxSurvey.Of(inbox, withRead)
            : InboxSurvey.Own(inbox, withRead);
        var now = inbox.FactsFor(handoffs.Count);
        if (asJson)
            InboxOutput.Write(InboxJson.Of(inbox, handoffs, now, Artifacts(inbox).Waiting));
        else
            WriteText(inbox, handoffs, now);
        return ExitCode.Success;
    }

    // A failure here must not hide the inbox.
    private static (int Waiting, int Leased) Artifacts(Inbox inbox)
    {
        try
        {
            var folder = new ArtifactFolder(inbox.Owner.Repository);
            return folder.IsEmpty ? (0, 0) : (folder.Waiting().Count, folder.Leased().Count);
        }
        catch (Exception e) when (e is RelayException or IOException or UnauthorizedAccessException)
        {
            Terminal.Error.WriteLine($"note: AgentOps artifacts could not be listed: {e.Message}");
            return (0, 0);
        }
    }

    private static void WriteArtifacts((int Waiting, int Leased) artifacts)
    {
        if (artifacts.Waiting > 0)
            Terminal.Output.WriteLine($"{artifacts.Waiting} artifact(s) of AgentOps wait in {ArtifactFolder.Name}: coderelay inbox take --artifact");
        if (artifacts.Leased > 0)
            Terminal.Output.WriteLine($"{artifacts.Leased} artifact(s) of AgentOps in {ArtifactFolder.Name} are leased by a reader that has not finished; if that reader ended, the next `coderelay inbox take --artifact` recovers them");
    }

    private static void WriteText(Inbox inbox, IReadOnlyList<SurveyedHandoff> handoffs, WorktreeFacts now)
    {
        if (handoffs.Count == 0)
            Terminal.Error.WriteLine($"nothing waits for {inbox.Own.Recipient} ({inbox.Own.Unread})");
        foreach (var group in handoffs.GroupBy(handoff => handoff.File.Place))
        {
            Terminal.Output.WriteLine($"{group.Key.Recipient} ({Path.GetDirectoryName(group.Key.Unread)}){(group.Any(handoff => handoff.IsOrphaned) ? ": no worktree has this name; coderelay inbox readdress <id> --to <name>" : "")}");
            foreach (var handoff in group)
                WriteItem(handoff.File, now);
        }

        WriteArtifacts(Artifacts(inbox));
    }

    private static void WriteItem(HandoffFile file, WorktreeFacts now)
    {
        var text = file.TryReadText() ?? new HandoffText([]);
        var state = file.State switch
        {
            HandoffState.Unread => "waits",
            HandoffState.Leased => $"claimed {AgeText.Of(file.LeasedFor ?? TimeSpan.Zero)} ago by a reader that has not finished",
            _ => $"read {text["received_at"] ?? "at an unknown time"}",
        };
        var drift = string.Concat(Drift.Of(text, now).Names.Select(word => $", {word} differs"));
        Terminal.Output.WriteLine($"  {file.Id}");
        Terminal.Output.WriteLine($"    {HandoffFrame.Name(file)}{(text["description"] is { } description && description != text["name"] ? $": {HandoffFrame.OneLine(description)}" : "")}");
        Terminal.Output.WriteLine($"    {state}; {(text.IsMalformed ? "malformed" : $"from {HandoffFrame.OneLine(text["from"] ?? "unknown")}, {HandoffFrame.OneLine(text["session_tool"] ?? "unknown tool")}, {text.Sentinel}{drift}")}");
    }
}
