using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CodeRelay.Rules.References.Commands;

/// <summary>`cargo … --package x`, `--bin`, `--example`, `--test`: what the manifests of the workspace and the usual folders define.</summary>
internal sealed partial class CargoJudge : CommandJudge
{
    private static readonly string[] Verbs = ["build", "b", "run", "r", "test", "t", "check", "c", "bench", "clippy", "doc", "nextest"];

    private static readonly FrozenSet<string> WithValue = new[]
    {
        "-p", "--package", "--bin", "--example", "--test", "--bench", "--features", "-F", "--target", "--target-dir", "--manifest-path", "--profile", "-j", "--jobs", "--color", "--message-format", "--exclude", "--config", "-Z",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string What, string[] Options)[] Kinds = [("package", ["-p", "--package"]), ("bin", ["--bin"]), ("example", ["--example"]), ("test", ["--test"])];

    public override bool Knows(QuotedCommand command) => command.Tool == "cargo" && command.Words.Skip(1).SkipWhile(word => word.Text.StartsWith('+')).FirstOrDefault() is { Text: { } verb } && Verbs.Contains(verb);

    public override IEnumerable<CommandFault> Judge(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(1), WithValue);
        var named = Kinds.SelectMany(kind => options.ValuesOf(kind.Options).Select(word => (kind.What, Word: word))).Where(entry => Name().IsMatch(entry.Word.Text)).ToArray();
        if (named.Length == 0 || options.Has("--manifest-path") || CargoTargets.Read(surroundings) is not { } targets)
            yield break;
        foreach (var (what, word) in named)
        {
            var names = targets.Of(what);
            if (!names.Contains(word.Text) && !(what == "package" && targets.IsDependency(word.Text)))
                yield return CommandFault.Undefined(command, word, what, targets.Source, names);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][\w-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
