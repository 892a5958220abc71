using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Rules.References.Commands;

/// <summary>
/// Validates `npm run x` and the same in pnpm, yarn and bun, `npm test` and `npm start`: the script in package.json. When the command does not name
/// a package, a script of any package is valid.
/// </summary>
internal sealed partial class NodeCommandValidator : CommandValidator
{
    private static readonly string[] Tools = ["npm", "pnpm", "yarn", "bun"];

    private static readonly string[] RunVerbs = ["run", "run-script", "rum", "urn"];

    // `start` has a default that needs a file, `restart` one that needs `start`; `bun test` is bun's own runner.
    private static readonly string[] Lifecycle = ["test", "t", "tst", "stop"];

    private static readonly string[] DirectoryOptions = ["--prefix", "-C", "--cwd", "--dir"];

    private static readonly string[] SelectingOptions = ["-w", "--workspace", "--filter", "-F", "-r", "--recursive", "--workspaces", "-ws", "--workspace-root"];

    private static readonly FrozenSet<string> WithValue = DirectoryOptions.Concat(["-w", "--workspace", "--filter", "-F", "--loglevel", "--reporter", "--shell", "--script-shell"]).ToFrozenSet(StringComparer.Ordinal);

    public override bool Knows(QuotedCommand command) => Tools.Contains(command.Tool);

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(1), WithValue);
        var isSelected = options.Has(SelectingOptions);
        if (options.Has("--if-present", "--help") || Script(command, options, ref isSelected) is not { Text: { Length: > 0 } name } script || !ScriptName().IsMatch(name))
            return [];
        var all = surroundings.Manifests(PackageManifest.FileName).ToArray();
        // Without a tracked manifest the text is about another project, and an unreadable manifest may define the script.
        var manifests = all.Select(path => PackageManifest.Read(surroundings.Repository, path)).OfType<PackageManifest>().ToArray();
        if (manifests.Length == 0 || manifests.Length < all.Length)
            return [];
        var directory = command.Directory;
        foreach (var option in options.ValuesOf(DirectoryOptions))
        {
            if (surroundings.Paths.Resolve(option.Text.Replace('\\', '/').TrimEnd('/'), command.From) is not { Match: PathMatch.Directory, Paths: [var found] })
                return [];
            directory = found;
        }

        var own = directory is null || isSelected ? null : manifests.FirstOrDefault(manifest => manifest.Path == surroundings.Nearest(directory, PackageManifest.FileName));
        if (directory is not null && !isSelected && own is null)
            return [];
        var candidates = own is not null ? [own] : manifests;
        if (candidates.Any(manifest => manifest.Scripts.Contains(name)))
            return [];
        var names = candidates.SelectMany(manifest => manifest.Scripts).Distinct(StringComparer.Ordinal).ToArray();
        // yarn and bun also run programs of installed packages, which only an installation knows.
        if (command.Tool is "yarn" or "bun" && !name.Contains(':', StringComparison.Ordinal) && NameSuggestion.Among(names, name) is null)
            return [];
        return [CommandFault.Undefined(command, script, "script", candidates is [var single] ? single.Path : "any package.json", names)];
    }

    private static ShellWord Script(QuotedCommand command, CommandArguments options, ref bool isSelected)
    {
        var words = options.Positionals;
        // `yarn workspace web run build`
        if (command.Tool == "yarn" && words is [{ Text: "workspace" or "workspaces" }, ..])
        {
            isSelected = true;
            var run = words.Select((word, i) => (word, i)).FirstOrDefault(entry => RunVerbs.Contains(entry.word.Text)).i;
            return run > 0 && run + 1 < words.Count ? words[run + 1] : default;
        }

        if (words is [{ Text: var verb }, var name, ..] && RunVerbs.Contains(verb))
            return name;
        if (words is not [var lifecycle, ..] || !Lifecycle.Contains(lifecycle.Text) || command.Tool == "bun")
            return default;
        return lifecycle.Text == "stop" || lifecycle.Text == "test" ? lifecycle : lifecycle with { Text = "test" };
    }

    [GeneratedRegex(@"^[A-Za-z](?:[\w:./-]*\w)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScriptName();
}
