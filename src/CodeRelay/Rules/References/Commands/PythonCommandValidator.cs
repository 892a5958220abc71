using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `python tools/x.py`, and `python -m package.module` for packages of this repository.</summary>
internal sealed partial class PythonCommandValidator : CommandValidator
{
    private static readonly string[] Tools = ["python", "python3", "python2", "py"];

    public override bool Knows(QuotedCommand command) => Tools.Contains(command.Tool);

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var first = command.Words.Skip(1).SkipWhile(word => word.Text is ['-', not ('m' or 'c'), ..]).ToArray();
        if (first is [{ Text: "-m" }, var module, ..] && Module().IsMatch(module.Text))
            return ValidateModule(command, module, surroundings);
        return first is [var script, ..] && script.Text.EndsWith(".py", StringComparison.Ordinal) && surroundings.Missing(command, script, isKept: false) is { } missing ? [missing] : [];
    }

    private static IEnumerable<CommandFault> ValidateModule(QuotedCommand command, ShellWord module, CommandSurroundings surroundings)
    {
        var path = module.Text.Replace('.', '/');
        var package = module.Text.Split('.')[0];
        // A folder with that name and Python files is the package; an installed package may have any module.
        var roots = surroundings.Files.DirectoriesWithSuffix(package).Where(directory => HasPython(directory, surroundings)).ToArray();
        if (!module.Text.Contains('.', StringComparison.Ordinal) || roots.Length == 0 || surroundings.Files.WithName(package + ".py").Any())
            yield break;
        if (surroundings.Files.WithSuffix(path + ".py").Any() || surroundings.Files.DirectoriesWithSuffix(path).Any() || surroundings.Files.WithSuffix(path + ".pyx").Any())
            yield break;
        if (CodeRelay.Git.IgnoreRules.Ignored(surroundings.Repository, roots.Select(root => root + path[package.Length..] + ".py")).Count > 0 || IsUntracked(roots, path[package.Length..], surroundings))
            yield break;
        var (start, end) = command.Place(module);
        var below = surroundings.Files.Paths.Where(file => roots.Any(root => file.StartsWith(root + "/", StringComparison.Ordinal)) && file.EndsWith(".py", StringComparison.Ordinal)).Select(file => Dotted(file, roots, package)).ToArray();
        var meant = CodeRelay.Evidence.References.NameSuggestion.Among(below, module.Text) is { } near ? $"; did you mean `{near}`" : "; use an existing one, or say that it is still to be added";
        yield return new CommandFault(start, end, $"module `{module.Text}` is not in package {roots[0]}{meant}", [new EvidenceItem(EvidenceKind.Path, roots[0], CommandFault.List("module", below))]);
    }

    private static bool IsUntracked(string[] roots, string below, CommandSurroundings surroundings) =>
        roots.Any(root => surroundings.Paths.Resolve(root + below + ".py", "") is { IsMissing: false } || surroundings.Paths.Resolve(root + below, "") is { IsMissing: false });

    private static bool HasPython(string directory, CommandSurroundings surroundings) =>
        surroundings.Files.Paths.Any(file => file.StartsWith(directory + "/", StringComparison.Ordinal) && file.LastIndexOf('/') == directory.Length && file.EndsWith(".py", StringComparison.Ordinal));

    private static string Dotted(string file, string[] roots, string package)
    {
        var root = roots.First(each => file.StartsWith(each + "/", StringComparison.Ordinal));
        return (package + file[root.Length..^".py".Length]).Replace('/', '.').Replace(".__init__", "", StringComparison.Ordinal).Replace(".__main__", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Module();
}
