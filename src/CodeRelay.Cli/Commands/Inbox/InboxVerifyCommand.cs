using System.CommandLine;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>
/// `coderelay inbox verify`: checks that a sentinel belongs to a handoff, which proves that its sender has read the text; or that a file is
/// a valid handoff.
/// </summary>
internal sealed class InboxVerifyCommand : Verb
{
    private readonly Argument<string> _sentinel = new("sentinel") { Description = "The token from the receiver's first reply, or the path of a file to check." };

    public InboxVerifyCommand()
        : base("verify", "Check that a sentinel belongs to a handoff here, or that a file is a handoff.")
    {
        Arguments.Add(_sentinel);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay inbox verify hs-abcdefghjk  # the token of `Handoff loaded: ...`",
        "coderelay inbox verify note.md        # which fields or sections are missing",
    ];

    protected override int Run(ParseResult arguments)
    {
        var sentinel = arguments.GetValue(_sentinel)!.Trim();
        if (File.Exists(sentinel))
            return VerifyFile(sentinel);
        var inbox = CurrentRepository.ForHandoffs().RequireInbox();
        if ((InboxSurvey.Of(inbox, withArchive: true).FirstOrDefault(handoff => handoff.File.TryReadText()?.Sentinel == sentinel)?.File.Path ?? new ArtifactFolder(inbox.Owner.Repository).FindBySentinel(sentinel)) is { } found)
        {
            Terminal.Output.WriteLine($"{sentinel} is {found}");
            return ExitCode.Success;
        }

        Terminal.Error.WriteLine($"'{sentinel}' is not the sentinel of any handoff of this repository");
        return ExitCode.Findings;
    }

    private static int VerifyFile(string path)
    {
        var text = new HandoffText(File.ReadAllBytes(path));
        var problems = text.Problems.ToList();
        foreach (var problem in problems)
            Terminal.Error.WriteLine($"{VisibleText.OfLine(path)}: {problem}");
        if (problems.Count > 0)
            return ExitCode.Findings;
        Terminal.Output.WriteLine($"{VisibleText.OfLine(path)} is a handoff, its sentinel is {text.Sentinel}");
        return ExitCode.Success;
    }
}
