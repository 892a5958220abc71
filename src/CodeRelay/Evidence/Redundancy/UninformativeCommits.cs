using System.Text;
using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>
/// The changes of recent commits with uninformative messages ("wip", "auto-save"): the words of added and removed lines. A history has few or
/// only such commits, so their number and the text read are bounded; documents are left out, since the packet itself is among them.
/// </summary>
internal sealed partial class UninformativeCommits
{
    private const int MostCommits = 40;
    private const int MostCharacters = 1024 * 1024;
    private const int MostCharactersOfOneCommit = 128 * 1024;
    private const int LongestLine = 400;
    private const int LongestSubject = 60;

    private readonly List<Commit> _commits = [];
    private readonly PassageIndex? _index;

    public UninformativeCommits(Repository repository, TextQuery query)
    {
        var commits = repository.History.Recent.Where(SaysNothing).Take(MostCommits).ToDictionary(commit => commit.Id, StringComparer.Ordinal);
        if (commits.Count == 0)
            return;
        var writer = new PassageWriter(query.Vocabulary);
        var left = MostCharacters;
        // Record by record, so that git stops when enough is read.
        repository.Git!.FindRecord(
            CommitRecords.Separator,
            record =>
            {
                if (commits.TryGetValue(record.Split('\n', 2)[0], out var commit))
                {
                    writer.AddText(_commits.Count, Changed(record.Length > MostCharactersOfOneCommit ? record[..MostCharactersOfOneCommit] : record));
                    _commits.Add(commit);
                }

                return (left -= record.Length) < 0;
            },
            ["log", "--no-walk=unsorted", "--no-show-signature", "--format=%x1e%H", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--no-prefix", .. commits.Keys]);
        _index = new PassageIndex([writer], query.All, query.Vocabulary.Count);
    }

    /// <summary>The containment of an assertion in the changes of such a commit.</summary>
    public Containment Cover(Assertion assertion) => _index?.Cover(assertion) ?? Containment.None;

    public Commit CommitOf(Passage passage) => _commits[passage.Source];

    private static bool SaysNothing(Commit commit) => commit.Body.Length == 0 && commit.Subject.Length <= LongestSubject && Nothing().IsMatch(commit.Subject);

    // A hunk is a passage, prefixed with the file's path.
    private static string Changed(string record)
    {
        var text = new StringBuilder();
        var path = "";
        var isHunk = false;
        foreach (var line in record.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("diff --git "))
                (path, isHunk) = ("", false);
            else if (!isHunk && (line.StartsWith("+++ ") || line.StartsWith("--- ")) && line[4..] is not "/dev/null")
                path = FileNames.IsText(line[4..].ToString()) ? "" : line[4..].TrimEnd('\t').ToString();
            else if (line.StartsWith("@@ ") && path.Length > 0)
                (_, isHunk) = (text.Append("\n\n").Append(path).Append(' '), true);
            else if (isHunk && line is ['+' or '-', .. var said] && said.Length <= LongestLine)
                text.Append(said.TrimStart(" \t#|>-*+•")).Append('\n');
        }

        return text.ToString();
    }

    // Every word only means that something was saved, or when.
    [GeneratedRegex(@"^(?:wip|auto|save[ds]?|auto-?saved?|checkpoint|snapshot|backup|sync|commit|progress|work|in|update[ds]?|changes?|misc|stuff|temp|tmp|fixup|squash|\d+|files?|at|@|on|more|some|the|and|of|session|end|eod|daily|latest|current|state|zwischenstand|sauvegarde|guardado|обновлени[ея]|сохранение|правки|更新|提交|保存|自动|自動|备份|临时|修改|作業中|途中|저장|작업|중|[\W_])+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();
}
