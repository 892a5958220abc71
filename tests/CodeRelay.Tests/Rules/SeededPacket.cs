using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules;

/// <summary>The repository of <see cref="SeededDefectsTests"/>.</summary>
public sealed class SeededPacket : IDisposable
{
    private static readonly string[] Subjects = ["Add the upload queue", "Guard the retry against expired tokens", "Store thumbnails beside their originals", "Reject archives over one gigabyte"];

    private readonly TemporaryRepository _repo = new(start: DateTimeOffset.UtcNow.AddDays(-110));

    public SeededPacket()
    {
        Write();
        Findings = _repo.Findings();
    }

    /// <summary>What all rules that are on by default find.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public void Dispose() => _repo.Dispose();

    /// <summary>The lines that a finding covers.</summary>
    public IEnumerable<string> Lines(Finding finding) =>
        File.ReadLines(Path.Combine(_repo.Path, finding.File)).Skip(finding.Range.Line - 1).Take(finding.Range.LastLine - finding.Range.Line + 1);

    private void Write()
    {
        _repo.Write("README.md", "# Media\n\nUploads are stored in buckets named after the tenant. Thumbnails are made by the worker and expire after ninety days.\n");
        _repo.Write("Media.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\n");
        _repo.Write("src/Media/Media.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n  <ItemGroup>\n    <PackageReference Include=\"Dapper\" Version=\"2.1.35\" />\n  </ItemGroup>\n</Project>\n");
        _repo.Write("src/Media/Upload.cs", "namespace Media;\n\npublic sealed class Upload\n{\n    public int Depth => _queue.Count + _waiting.Count;\n    public bool IsIdle => Depth == 0 && _workers.All(worker => worker.IsIdle);\n}\n");
        _repo.Write("tests/UploadTests/UploadTests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        _repo.Write("package.json", "{\n  \"scripts\": {\n    \"build\": \"tsc\"\n  },\n  \"devDependencies\": {\n    \"typescript\": \"^5.6.0\"\n  }\n}\n");
        foreach (var subject in Subjects)
        {
            _repo.Write("src/Media/History.cs", $"// {subject}\n");
            _repo.Commit(subject, TimeSpan.FromHours(1));
        }

        _repo.Write("TASKS.md", "# Tasks\n\n- [x] T1: purge uploads that expired, every night: `PurgeExpired()` in `src/Media/Upload.cs`\n- [ ] T2: cut large files into chunks\n");
        _repo.Write("HANDOFF.md", Packet);
        _repo.Commit("Write the packet", TimeSpan.FromHours(1));
        for (var i = 0; i < 40; i++)
        {
            _repo.Write("src/Media/Upload.cs", $"namespace Media;\n\npublic sealed class Upload\n{{\n    public int Depth => _queue.Count + _waiting.Count;\n    public bool IsIdle => Depth == 0 && _workers.All(worker => worker.IsIdle);\n    // {i}\n}}\n");
            _repo.Commit($"Change step {i}", TimeSpan.FromHours(61));
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
