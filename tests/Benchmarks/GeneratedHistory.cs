using System.Text;

namespace CodeRelay.Benchmarks;

/// <summary>Repositories of a chosen size, always the same ones, written through `git fast-import`.</summary>
internal static class GeneratedHistory
{
    private const int Files = 400;
    private const int PacketAge = 3;

    private static readonly string[] Verbs = ["Add", "Fix", "Remove", "Rename", "Speed up", "Document", "Guard", "Split"];
    private static readonly string[] Nouns = ["parser", "cache", "retry policy", "token reader", "lexer", "upload queue", "index", "scheduler", "settings page", "migration", "importer", "health check"];

    /// <summary>A repository with that many commits; the packet was last changed a few commits before the newest.</summary>
    public static string Write(string directory, int commits, string packetName = "HANDOFF.md", int files = Files)
    {
        Directory.CreateDirectory(directory);
        Git(directory, "", "init", "--quiet", "--initial-branch=main");
        var stream = new StringBuilder();
        for (var i = 0; i < commits; i++)
            AppendCommit(stream, i, files, i == commits - 1 - PacketAge ? packetName : null);
        Git(directory, stream.ToString(), "fast-import", "--quiet", "--force");
        Git(directory, "", "reset", "--quiet", "--hard");
        Git(directory, "", "repack", "-adq");
        return directory;
    }

    /// <summary>Adds Markdown files of about 100 lines below docs and commits them.</summary>
    public static void AddDocuments(string directory, int count)
    {
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(directory, "docs", $"part{i % 40}")).FullName;
            File.WriteAllText(Path.Combine(folder, $"page{i}.md"), Page(i, random));
        }

        Git(directory, "", "add", "--all");
        Git(directory, "", "commit", "--quiet", "--message", "Add pages");
    }

    private static void AppendCommit(StringBuilder stream, int number, int files, string? packetName)
    {
        stream.Append("commit refs/heads/main\ncommitter Benchmark <benchmark@example.invalid> ").Append(1_600_000_000 + (number * 600L)).Append(" +0000\n");
        AppendData(stream, $"{Verbs[number % Verbs.Length]} {Nouns[number % Nouns.Length]} in step {number}\n\nThe {Nouns[(number + 5) % Nouns.Length]} needed it since change {number / 2}.\n");
        // The first one brings the files that no later one reaches.
        for (var file = number == 0 && files > Files ? files - 1 : number % files; file >= number % files; file--)
        {
            stream.Append("M 100644 inline ").Append($"src/area{file % 20}/File{file}.cs").Append('\n');
            AppendData(stream, $"namespace Area{file % 20};\n\npublic sealed class File{file}\n{{\n    public int Step => {number};\n}}\n");
        }

        if (packetName is not null)
        {
            stream.Append("M 100644 inline ").Append(packetName).Append('\n');
            AppendData(stream, Packet(number));
        }
    }

    private static void AppendData(StringBuilder stream, string text) =>
        stream.Append("data ").Append(Encoding.UTF8.GetByteCount(text)).Append('\n').Append(text).Append('\n');

    // Sixty lines, as the budget allows, with all that a real one mentions: paths, a commit's words, commands, steps.
    private static string Packet(int number)
    {
        var text = new StringBuilder("# Handoff\n\n## Current Goal\n\nMake `src/area3/File3.cs` accept two line ends without a second pass.\n\n## In Progress\n\n");
        for (var i = 0; i < 12; i++)
            text.Append($"- `src/area{i % 20}/File{i}.cs`: the reader keeps its state, the writer does not yet ({i} of 12)\n");
        text.Append("\n## Next 3 Steps\n\n1. Add the failing test to `src/area4/File4.cs`\n2. Run `dotnet test` and read the third failure\n3. Fix `File5` and its callers\n\n## Done\n\n");
        for (var i = 1; i <= 12; i++)
            text.Append($"- {Verbs[(number - i) % Verbs.Length]} {Nouns[(number - i) % Nouns.Length]} in step {number - i}\n");
        text.Append("\n## Important Files\n\n");
        for (var i = 20; i < 29; i++)
            text.Append($"- `src/area{i % 20}/File{i}.cs:3` holds the {Nouns[i % Nouns.Length]}\n");
        return text.Append("\n## Blockers\n\n- The upload queue drops the last item when the disk is full; do not retry, it makes two.\n").ToString();
    }

    private static string Page(int number, Random random)
    {
        var text = new StringBuilder($"# Page {number}\n\n");
        for (var section = 0; section < 8; section++)
        {
            text.Append($"## Section {section} of {Nouns[random.Next(Nouns.Length)]}\n\n");
            for (var line = 0; line < 9; line++)
            {
                var file = random.Next(Files);
                text.Append($"The {Nouns[random.Next(Nouns.Length)]} meets the {Nouns[random.Next(Nouns.Length)]} at step {random.Next(10_000)}, see `src/area{file % 20}/File{file}.cs`.\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Git(string directory, string input, params string[] arguments)
    {
        var result = ProcessRunner.Run("git", ["-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.invalid", .. arguments], directory, input);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"git {arguments[0]}: {result.Error}");
    }
}
