using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence.Manifests;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// Finds the scripts that a statement describes as the manifests do: the commands of a script ("`npm run build` runs `tsc -p .`"), or a list of scripts.
/// A command alone is for the reader to run and stays.
/// </summary>
internal static partial class ScriptWords
{
    private const int FewestNames = 3;
    private const int FewestWords = 2;
    private const int SmallestPercentage = 80;

    private static readonly PhraseList Lists = new("script*", "target*", "task*", "command*", "skript*", "befehle", "cibles", "comandos", "скрипт*", "команды", "цели", "脚本", "命令", "スクリプト", "コマンド", "스크립트", "명령");

    private static readonly PhraseList Fillers = new(
        "the", "and", "with", "for", "run", "runs", "running", "call", "calls", "execute*", "invoke*", "means", "via", "then", "does", "script*", "target*", "task*", "command*", "available", "our", "all", "are", "has", "have", "there",
        "und", "mit", "ruft", "führt", "aus", "skript*", "befehle", "les", "des", "lance", "avec", "los", "las", "con", "ejecuta", "запускает", "вызывает", "скрипт*", "команды");

    /// <summary>True when a block may be about scripts; cheap, since it reads no manifest.</summary>
    public static bool MayName(Block block) => Commands(block).Any(command => command.Value.Length < command.Span.Length) || Lists.IsIn(block.Text) && Commands(block).Count() >= FewestNames;

    /// <summary>The scripts in the statement, in order; null when it contains more about them than the manifests do.</summary>
    public static IReadOnlyList<ManifestEntry>? Cover(ScriptIndex scripts, Block block)
    {
        var named = Commands(block).Select(command => (command.Span, Entries: scripts.Find(command.Value))).Where(command => command.Entries.Count > 0).ToArray();
        if (named.Length == 0)
            return null;
        // When packages define one name differently, the meant one is unknown.
        var entries = named.Select(command => command.Entries[0]).ToArray();
        if (named.Any(command => command.Entries.Select(entry => entry.Value).Distinct(StringComparer.Ordinal).Count() > 1))
            return null;
        var rest = named.Aggregate(block.Text, (text, command) => ReplaceFirst(text, command.Span));
        var said = entries.SelectMany(entry => Terms($"{entry.Name} {entry.Value}")).ToHashSet();
        var words = Terms(Words(rest)).ToArray();
        var known = words.Count(said.Contains);
        var isList = named.Length >= FewestNames && Lists.IsIn(block.Text);
        return known * 100 >= words.Length * SmallestPercentage && (known >= FewestWords || isList) ? entries : null;
    }

    private static string ReplaceFirst(string text, string span) =>
        text.IndexOf(span, StringComparison.Ordinal) is >= 0 and var at ? text.Remove(at, span.Length).Insert(at, " ") : text;

    // The words with a meaning of their own, as one text.
    private static string Words(string text) => string.Join(' ', Word().Matches(text).Select(match => match.Value).Where(word => !Fillers.IsIn(word)));

    private static IEnumerable<ulong> Terms(string text)
    {
        var terms = new List<ulong>();
        var reader = new TermReader(text);
        while (reader.Next())
        {
            if (reader.Current.Kind != TermKind.Compound)
                terms.Add(reader.Current.Hash);
        }

        return terms.Distinct();
    }

    // The name after the runner, or the whole span when it is one word.
    private static IEnumerable<(string Span, string Value)> Commands(Block block) =>
        block.Spans.Where(span => span is { Kind: InlineKind.Code, IsStruck: false }).Select(span => (Span: span.Text, Match: Command().Match(span.Text))).Where(command => command.Match.Success)
            .Select(command => (command.Span, command.Match.Groups["name"].Value));

    [GeneratedRegex(@"^(?:(?:npm|pnpm|yarn|bun|composer|pdm|poetry|uv|rye|hatch)\s+(?:run\s+|run-script\s+)?|(?:poe|task|make)\s+|dotnet\s+(?:build|msbuild)\s+[-/]t(?:arget)?:)?(?<name>[A-Za-z][\w:.-]*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}_./:-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
