using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox gc`: removes archived handoffs by age.</summary>
internal sealed class InboxGcCommand : Verb
{
    private const string DefaultAge = "90d";

    private readonly Option<string> _age = new("--older-than") { Description = $"The age since receipt, such as 30d, 12h or 45m. [default: {DefaultAge}]", HelpName = "age" };
    private readonly Option<bool> _all = new("--all") { Description = "Include the archives of every recipient of this repository." };
    private readonly RemoteOption _remote = new() { Description = "Include untaken handoffs and receipts of all recipients on this git remote." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Remove them; without it they are only listed." };

    public InboxGcCommand()
        : base("gc", "Remove handoffs that were read long ago; unread ones stay. Needs --yes to remove.")
    {
        _age.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !AgeText.TryParse(token.Value, out _)))
                result.AddError($"'{token.Value}' is not an age; valid is a number with d, h or m, such as 30d, and at most 36500d");
        });
        Options.Add(_age);
        Options.Add(_all);
        Options.Add(_remote);
        Options.Add(_yes);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay inbox gc --older-than 30d        # list them",
        "coderelay inbox gc --older-than 30d --yes  # remove them",
    ];

    protected override int Run(ParseResult arguments)
    {
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        var age = AgeText.TryParse(arguments.GetValue(_age) ?? DefaultAge, out var given) ? given : throw new UsageException($"'{arguments.GetValue(_age)}' is not an age");
        IEnumerable<HandoffFile> files = arguments.GetValue(_all) ? InboxSurvey.Of(inbox, withArchive: true).Select(handoff => handoff.File) : inbox.Archived();
        var expired = InboxFiles.Expired(files, age, DateTimeOffset.UtcNow);
        var isReal = arguments.GetValue(_yes);
        foreach (var file in expired)
        {
            if (isReal)
                File.Delete(file.Path);
            Terminal.Output.WriteLine($"{(isReal ? "removed" : "would remove")} {file.Path}");
        }

        var count = expired.Count + (arguments.GetValue(_remote) is { } remote ? CollectRemote(inbox, remote, age, isReal) : 0);
        if (count == 0)
            Terminal.Error.WriteLine("no handoff is that old");
        else if (!isReal)
            Terminal.Error.WriteLine($"{count} would be removed; --yes removes them");
        return ExitCode.Success;
    }

    private static int CollectRemote(Inbox inbox, string remote, TimeSpan age, bool isReal)
    {
        using var source = new RemoteInbox(inbox.Owner.Repository, remote, RemoteOption.Limit);
        var garbage = source.Collect(age, isDryRun: !isReal);
        var names = garbage.Expired.Select(handoff => handoff.Ref).Concat(garbage.Receipts).ToList();
        foreach (var name in names)
            Terminal.Output.WriteLine($"{(!isReal ? "would remove" : garbage.Failed.Contains(name) ? "could not remove" : "removed")} {name}");
        foreach (var name in garbage.Skipped)
            Terminal.Error.WriteLine($"note: {VisibleText.OfLine(name)} was not written by coderelay and stays");
        return names.Count;
    }
}
