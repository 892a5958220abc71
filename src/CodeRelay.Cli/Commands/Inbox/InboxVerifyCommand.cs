using System.CommandLine;
using CodeRelay.Relay;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay inbox verify`: tells whether a sentinel is that of a handoff, so that whoever repeats it has read what the file says.</summary>
internal sealed class InboxVerifyCommand : Verb
{
    private readonly Argument<string> _sentinel = new("sentinel") { Description = "The token from the receiver's first reply." };

    public InboxVerifyCommand()
        : base("verify", "Tell whether a sentinel is that of a handoff as it stands in the file; exit code 1 when it is not.")
    {
        Arguments.Add(_sentinel);
    }

    public override IReadOnlyList<string> Examples => ["coderelay inbox verify hs-abcdefghjk  # the token of `Handoff loaded: ...`"];

    protected override int Run(ParseResult arguments)
    {
        var sentinel = arguments.GetValue(_sentinel)!.Trim();
        if (InboxSurvey.Of(Relays.Inbox(), withArchive: true).FirstOrDefault(handoff => handoff.File.TryReadText()?.Sentinel == sentinel) is { } found)
        {
            Terminal.Output.WriteLine($"{sentinel} is {found.File.Path}");
            return ExitCode.Success;
        }

        Terminal.Error.WriteLine($"'{sentinel}' is the sentinel of no handoff of this repository as the files stand now");
        return ExitCode.Findings;
    }
}
