using System.Collections.Frozen;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `go run ./cmd/x`, `go test ./x/...`: the directory of the package.</summary>
internal sealed class GoCommandValidator : CommandValidator
{
    private static readonly string[] Verbs = ["run", "test", "build", "vet", "install", "generate"];

    private static readonly FrozenSet<string> WithValue = new[] { "-run", "-bench", "-count", "-timeout", "-tags", "-o", "-ldflags", "-gcflags", "-coverprofile", "-covermode", "-coverpkg", "-p", "-parallel", "-cpu", "-exec", "-mod", "-modfile", "-skip", "-fuzz", "-fuzztime", "-C" }.ToFrozenSet(StringComparer.Ordinal);

    public override bool Knows(QuotedCommand command) => command is { Tool: "go", Words.Count: > 2 } && Verbs.Contains(command.Words[1].Text);

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(2), WithValue);
        if (options.Has("-C") || !surroundings.Manifests("go.mod").Any())
            yield break;
        // `go run ./cmd/app ./data` passes the second one to the program.
        foreach (var word in options.Positionals.Take(command.Words[1].Text == "run" ? 1 : int.MaxValue).Where(word => word.Text.StartsWith("./", StringComparison.Ordinal)))
        {
            var isTree = word.Text.EndsWith("/...", StringComparison.Ordinal);
            var path = (isTree ? word.Text[..^4] : word.Text).TrimEnd('/');
            if (path is "." or "" || path.IndexOfAny(['$', '<', '*', '{']) >= 0 || path.Contains("...", StringComparison.Ordinal))
                continue;
            var resolution = surroundings.Paths.Resolve(path[2..], command.From);
            var (start, end) = command.Place(word);
            if (resolution.IsMissing && IgnoreRules.Ignored(surroundings.Repository, resolution.Paths).Count == 0)
                yield return command.PathAt(word) is not null && surroundings.Missing(command, word, isKept: false) is { } known ? known : new CommandFault(start, end, $"package `{word.Text}` does not exist; use an existing one, or say that it is still to be added");
            else if (!isTree && resolution is { Match: PathMatch.Directory, Paths: [{ Length: > 0 } directory] } && !surroundings.Files.Paths.Any(file => file.StartsWith(directory + "/", StringComparison.Ordinal) && file.LastIndexOf('/') == directory.Length && file.EndsWith(".go", StringComparison.Ordinal)))
                yield return new CommandFault(start, end, $"package `{word.Text}` contains no Go file; name a package that does");
        }
    }
}
