using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Rules.Safety;

/// <summary>
/// Finds names of machines and attached devices: default host names, serial devices, and words in capitals in a statement about a machine
/// that are also the name of a committer, since computers are named after their owners.
/// </summary>
internal static partial class MachineNames
{
    private const int ShortestOwner = 4;

    private static readonly PhraseList Machines = new(
        "local", "locally", "localhost", "machine", "machines", "host", "workstation", "laptop", "desktop", "installed", "deployed", "deployment", "vm",
        "lokal", "rechner", "maschine", "local*", "máquina", "ordenador", "poste", "машин*", "локальн*", "компьютер*", "本机", "本地", "机器", "ローカル", "マシン", "로컬", "máy");

    // Programs that commit, and accounts of no particular person.
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "claude", "codex", "copilot", "gemini", "cursor", "qwen", "kimi", "goose", "cline", "windsurf", "aider", "devin", "opencode", "jules", "github", "gitlab", "actions", "dependabot", "renovate", "agent", "assistant",
        "admin", "root", "user", "test", "tests", "tester", "build", "builder", "team", "developer", "system", "local", "code", "none", "unknown",
    };

    /// <param name="document">A checked document.</param>
    /// <param name="history">The history with the committers; read only when a statement about a machine has a word in capitals.</param>
    public static IEnumerable<MachinePathMatch> Find(Document document, History history)
    {
        var text = document.Text.Content;
        foreach (Match match in Default().Matches(text))
            yield return new(match.Index, match.Length);
        HashSet<string>? owners = null;
        foreach (var block in document.Blocks.Where(block => block.Kind is not (BlockKind.Fence or BlockKind.Comment or BlockKind.Html) && Capitals().IsMatch(block.Text) && Machines.IsIn(block.Text)))
        {
            owners ??= Owners(history);
            foreach (Match match in Capitals().Matches(text[block.Start..block.End]))
            {
                if (owners.Contains(match.Value))
                    yield return new(block.Start + match.Index, match.Length);
            }
        }
    }

    private static HashSet<string> Owners(History history) =>
        history.Recent.Select(commit => commit.Author).Distinct(StringComparer.Ordinal).SelectMany(author => Word().Matches(author)).Select(match => match.Value)
            .Where(word => word.Length >= ShortestOwner && !Nobody.Contains(word)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}\b|\bWIN-[A-Z0-9]{11}\b|\b[A-Za-z]\w*(?:s)?-(?:MacBook(?:-Pro|-Air)?|iMac|Mac-?mini|Mac-Studio)(?:\.local)?\b|(?<![\w/])/dev/(?:tty(?:USB|ACM)\d+|cu\.[\w-]+)|\bCOM\d{1,2}\b(?!\.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Default();

    [GeneratedRegex(@"(?<![\w./_-])[A-Z][A-Z0-9]{3,14}(?![\w._/-]|\.\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
