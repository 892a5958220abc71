using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.References.Commands;

/// <summary>`make x`: the target in the makefile. A makefile that includes others, or that makes up names of targets, may have any.</summary>
internal sealed partial class MakeJudge : CommandJudge
{
    private static readonly string[] Names = ["GNUmakefile", "makefile", "Makefile"];

    private static readonly FrozenSet<string> WithValue = new[] { "-C", "--directory", "-f", "--file", "--makefile", "-j", "-l", "-o", "-W", "-I" }.ToFrozenSet(StringComparer.Ordinal);

    public override bool Knows(QuotedCommand command) => command.Tool == "make";

    public override IEnumerable<CommandFault> Judge(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(1), WithValue);
        var targets = options.Positionals.Where(word => Target().IsMatch(word.Text)).ToArray();
        if (targets.Length == 0 || options.Has("-f", "--file", "--makefile"))
            return [];
        var directory = command.Directory;
        foreach (var option in options.ValuesOf("-C", "--directory"))
        {
            if (surroundings.Paths.Resolve(option.Text.TrimEnd('/'), command.From) is not { Match: PathMatch.Directory, Paths: [var found] })
                return [];
            directory = found;
        }

        // Who does not say where runs it where the text is read, and that is any of them.
        var makefiles = Names.SelectMany(surroundings.Manifests)
            .Where(path => directory is null || path[..Math.Max(0, path.LastIndexOf('/'))] == directory).ToArray();
        var rules = makefiles.Select(path => MakeRules.Read(surroundings.Repository, path)).ToArray();
        if (rules.Length == 0 || rules.Any(each => each is null))
            return [];
        var names = rules.SelectMany(each => each!.Names).Distinct(StringComparer.Ordinal).ToArray();
        var source = makefiles is [var single] ? single : "any Makefile";
        return targets.Take(QuotedCommands.IsProse(command.Mention) ? 1 : targets.Length).Where(target => !rules.Any(each => each!.Defines(target.Text)) && !IsFile(target.Text, directory ?? "", surroundings.Files))
            .Select(target => CommandFault.Undefined(command, target, "target", source, names));
    }

    // What exists is made already, and a built-in rule makes a program from a source file of its name.
    private static bool IsFile(string target, string directory, FileIndex files)
    {
        var path = directory.Length == 0 ? target : $"{directory}/{target}";
        return files.Contains(path) || files.ContainsDirectory(path) || FileNames.Extension(target).Length > 0 || new[] { ".c", ".cc", ".cpp", ".s", ".sh", ".p", ".f" }.Any(extension => files.Contains(path + extension));
    }

    [GeneratedRegex(@"^[A-Za-z][\w./-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
