using System.Text;
using CodeRelay.Workspace;

namespace CodeRelay.Formats;

/// <summary>The difference of two texts in the unified format, made by git, so that `git apply` reads it.</summary>
public static class UnifiedDiff
{
    private const int Differs = 1;

    /// <summary>The lines of the difference.</summary>
    /// <param name="path">Relative to the root, with '/'.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    /// <returns>Null where there is no git to make it.</returns>
    public static IReadOnlyList<string>? Lines(string path, SourceText before, SourceText after)
    {
        if (!GitCommand.IsInstalled)
            return null;
        var directory = Directory.CreateTempSubdirectory("coderelay-diff-").FullName;
        try
        {
            // The directories' names become the prefixes that `git apply` takes off.
            Write(directory, $"a/{path}", before);
            Write(directory, $"b/{path}", after);
            var diff = new GitCommand(directory).Run("diff", "--no-index", "--no-prefix", "--no-ext-diff", "--no-textconv", "--no-color", "--text", "--unified=3", "--", $"a/{path}", $"b/{path}");
            if (diff.ExitCode != Differs)
                return [];
            // A carriage return at the end belongs to the file. What comes before the names is in git's own words.
            var lines = Encoding.UTF8.GetString(diff.Output.Span).Split('\n');
            return [.. lines[..^1].SkipWhile(line => !line.StartsWith("--- ", StringComparison.Ordinal))];
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Write(string directory, string path, SourceText text)
    {
        var full = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text.Content, new UTF8Encoding(text.HasByteOrderMark));
    }
}
