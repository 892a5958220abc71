namespace CodeRelay.Benchmarks;

/// <summary>Other linters, from npm. Where npm or the registry is missing, the benchmarks say so and run without them.</summary>
internal sealed class Peers
{
    private readonly string _modules;

    private Peers(string modules) => _modules = modules;

    /// <summary>Installs the pinned versions below artifacts, once.</summary>
    /// <returns>Null where npm cannot.</returns>
    public static Peers? Install()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "peers")).FullName;
        File.Copy(Path.Combine(Checkout.Root, "tests", "Benchmarks", "peers", "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        var modules = Path.Combine(folder, "node_modules");
        if (CodeRelay.Files.ExecutableFinder.Find("npm") is not { } npm)
        {
            Console.Error.WriteLine("npm is not on PATH: the other linters are left out");
            return null;
        }

        var result = ProcessRunner.Run(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder);
        if (result.ExitCode == 0)
            return new Peers(modules);
        Console.Error.WriteLine($"npm install failed, the other linters are left out: {result.Error.Split('\n')[0]}");
        return null;
    }

    /// <summary>rumdl as its native executable, without the Node launcher in front, and without its cache.</summary>
    public Contender Rumdl(string directory, params IEnumerable<string> files)
    {
        var native = Directory.EnumerateFiles(Path.Combine(_modules, "@rumdl"), "rumdl*", SearchOption.AllDirectories).First(file => Path.GetExtension(file) is "" or ".exe");
        return new Contender("rumdl 0.2.75 (native, no cache)", native, ["check", "--no-cache", "--silent", .. files], directory) { ExitCode = null };
    }

    public Contender Markdownlint(string directory, params IEnumerable<string> files) =>
        new("markdownlint-cli2 0.24.1", "node", [Path.Combine(_modules, "markdownlint-cli2", "markdownlint-cli2-bin.mjs"), .. files], directory) { ExitCode = null };

    /// <summary>ctxlint reads CLAUDE.md and its like, never HANDOFF.md, so the directory holds the packet under that name.</summary>
    public Contender Ctxlint(string directory) =>
        new("ctxlint 0.14.1", "node", [Path.Combine(_modules, "@yawlabs", "ctxlint", "dist", "index.js"), directory], directory) { ExitCode = null };
}
