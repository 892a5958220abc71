namespace CodeRelay.TestSupport;

/// <summary>
/// A repository of a service in C# with a small front end, and a packet that was good but for sixteen planted defects; forty commits and a hundred days
/// later nobody configured anything.
/// </summary>
public static class SeededRepository
{
    /// <summary>Words of the line of each defect, the file it is in, and the rules that may find it.</summary>
    public static IReadOnlyList<(string Words, string File, string Rules)> Defects { get; } =
    [
        ("src/Media/Resizer.cs", "HANDOFF.md", "RLY5001"),
        ("tests/Media.Tests", "HANDOFF.md", "RLY5006"),
        ("npm run lint:styles", "HANDOFF.md", "RLY5006"),
        ("feature/chunked-upload", "HANDOFF.md", "RLY5003"),
        ("9f3ac1d", "HANDOFF.md", "RLY5003"),
        ("# Handoff", "HANDOFF.md", "RLY1001"),
        ("Uploads are stored", "HANDOFF.md", "RLY3004"),
        ("We use TypeScript", "HANDOFF.md", "RLY3003"),
        ("We use Dapper", "HANDOFF.md", "RLY3003"),
        ("Tests are in", "HANDOFF.md", "RLY3002"),
        ("Guard the retry", "HANDOFF.md", "RLY3001 RLY3008"),
        ("public int Depth", "HANDOFF.md", "RLY3007"),
        ("DrainAsync", "HANDOFF.md", "RLY5005"),
        ("ghp_", "HANDOFF.md", "RLY6001"),
        ("TODO", "HANDOFF.md", "RLY4012"),
        ("PurgeExpired", "TASKS.md", "RLY5005"),
    ];

    private static readonly string[] Subjects = ["Add the upload queue", "Guard the retry against expired tokens", "Store thumbnails beside their originals", "Reject archives over one gigabyte"];

    /// <summary>Writes the repository.</summary>
    /// <param name="repository">Empty, its first commit more than a hundred days ago.</param>
    /// <param name="packetName">What the packet is called; some checkers read no HANDOFF.md.</param>
    public static void Write(TemporaryRepository repository, string packetName = "HANDOFF.md")
    {
        repository.Write("README.md", "# Media\n\nUploads are stored in buckets named after the tenant. Thumbnails are made by the worker and expire after ninety days.\n");
        repository.Write("Media.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\n");
        repository.Write("src/Media/Media.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n  <ItemGroup>\n    <PackageReference Include=\"Dapper\" Version=\"2.1.35\" />\n  </ItemGroup>\n</Project>\n");
        repository.Write("src/Media/Upload.cs", "namespace Media;\n\npublic sealed class Upload\n{\n    public int Depth => _queue.Count + _waiting.Count;\n    public bool IsIdle => Depth == 0 && _workers.All(worker => worker.IsIdle);\n}\n");
        repository.Write("tests/UploadTests/UploadTests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        repository.Write("package.json", "{\n  \"scripts\": {\n    \"build\": \"tsc\"\n  },\n  \"devDependencies\": {\n    \"typescript\": \"^5.6.0\"\n  }\n}\n");
        foreach (var subject in Subjects)
        {
            repository.Write("src/Media/History.cs", $"// {subject}\n");
            repository.Commit(subject, TimeSpan.FromHours(1));
        }

        repository.Write("TASKS.md", "# Tasks\n\n- [x] T1: purge uploads that expired, every night: `PurgeExpired()` in `src/Media/Upload.cs`\n- [ ] T2: cut large files into chunks\n");
        repository.Write(packetName, Packet);
        repository.Commit("Write the packet", TimeSpan.FromHours(1));
        for (var i = 0; i < 40; i++)
        {
            repository.Write("src/Media/Upload.cs", $"namespace Media;\n\npublic sealed class Upload\n{{\n    public int Depth => _queue.Count + _waiting.Count;\n    public bool IsIdle => Depth == 0 && _workers.All(worker => worker.IsIdle);\n    // {i}\n}}\n");
            repository.Commit($"Change step {i}", TimeSpan.FromHours(61));
        }
    }

    private static readonly string Packet = $"""
        # Handoff

        ## Goal

        Large files upload in chunks: `src/Media/Upload.cs` resumes after a lost connection. Find out why the third chunk is slow.

        ## In progress

        - The branch `feature/chunked-upload` has the first half; 9f3ac1d introduced the chunk header
        - The old settings are in `src/Media/Resizer.cs`
        - `Upload.DrainAsync()` in `src/Media/Upload.cs` is implemented
        - Work is on `main`; the client runs in Node.js and/or the browser

        ## Background

        - Uploads are stored in buckets named after the tenant. Thumbnails are made by the worker and expire after ninety days.
        - We use TypeScript
        - We use Dapper
        - Tests are in `tests/`

        ```csharp
        public int Depth => _queue.Count + _waiting.Count;
        public bool IsIdle => Depth == 0 && _workers.All(worker => worker.IsIdle);
        ```

        ## Done

        {string.Join("\n", Subjects.Select(subject => $"- {subject}"))}

        ## Checks

        - `dotnet test`
        - `dotnet test tests/Media.Tests`
        - `npm run build`
        - `npm run lint:styles`

        ## Next

        TODO

        ## Important files

        1. `src/Media/Upload.cs`: the state of a resumed upload
        2. TASKS.md: the order of work

        ## Blockers

        - The gateway drops connections after a minute; do not retry at once, it blocks the tenant
        - Token of the staging registry: {"ghp_" + "x7Kq2mZ9vT4bW1nR8sL3pY6dC5fH0jA2eG9u"}

        """;
}
