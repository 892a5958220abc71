using System.CommandLine;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Cli.Output;

/// <summary>The texts shared by several verbs: lower case, no final stop, the invalid value and the valid ones.</summary>
internal static class Messages
{
    private const int MostAlike = 3;

    public const string NoPacket = "there is no handoff packet here; `coderelay init` creates one";

    /// <summary>Reports a missing packet, and similar files that were not read.</summary>
    public static void TellNoPacket(Repository repository, Configuration configuration, TextWriter talk)
    {
        talk.WriteLine(NoPacket);
        foreach (var path in PacketDiscovery.FindUnread(repository, configuration))
            talk.WriteLine($"note: {VisibleText.OfLine(path)}: not read, because it is a link that is broken or leads out of the repository");
        foreach (var path in PacketDiscovery.FindAlike(repository, configuration).Take(MostAlike))
            talk.WriteLine($"note: {VisibleText.OfLine(path)}: not read, because a packet is named HANDOFF.md; rename it, or pass it to `coderelay check`");
    }

    /// <summary>The problem with the arguments, and how to get help.</summary>
    public static string WrongUsage(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (command.Parents.Any())
            return $"{string.Join("; ", arguments.Errors.Select(error => LowerFirst(error.Message.TrimEnd('.'))).Distinct())}\nsee `{Path(command)} --help`";
        return $"unknown verb '{arguments.Tokens[0].Value}'; valid are {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}\nsee `coderelay --help`";
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : command.Name;

    public static string GitCannotAnswer(GitException e) =>
        $"{e.Message}; nothing can be checked until git works here, try `git status`";

    public static string NothingToConfirmAt(string root) =>
        $"'{root}' has no commit, and a confirmation names the commit at which the packet is true; commit first";

    public static string OurFault(Exception e) =>
        $"this is a bug in coderelay; please report it at {Product.Home}/issues with these lines\n{e}";

    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
