using System.Net;
using System.Text;

namespace CodeRelay.Cli.Tests;

/// <summary>A package source on this machine: the two documents that are asked for, and a count of the questions.</summary>
internal sealed class PackageServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _versions;
    private int _requests;

    /// <param name="versions">What the source has of the package.</param>
    public PackageServer(params string[] versions)
    {
        _versions = $$"""{ "versions": [{{string.Join(", ", versions.Select(version => $"\"{version}\""))}}] }""";
        Address = Listen(_listener);
        _ = Task.Run(Serve);
    }

    /// <summary>The address of the service index.</summary>
    public string Address { get; }

    public int Requests => _requests;

    public void Dispose() => _listener.Close();

    // A port that was free may be taken a moment later.
    private static string Listen(HttpListener listener)
    {
        for (var attempt = 0; ; attempt++)
        {
            var prefix = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/";
            try
            {
                listener.Prefixes.Add(prefix);
                listener.Start();
                return prefix + "v3/index.json";
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Prefixes.Clear();
            }
        }
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            Interlocked.Increment(ref _requests);
            var text = context.Request.Url!.AbsolutePath switch
            {
                "/v3/index.json" => $$"""{ "version": "3.0.0", "resources": [ { "@id": "{{Address[..^"v3/index.json".Length]}}flat/", "@type": "PackageBaseAddress/3.0.0" }, { "@id": "x", "@type": "SearchQueryService" } ] }""",
                "/flat/coderelay.tool/index.json" => _versions,
                _ => null,
            };
            context.Response.StatusCode = text is null ? 404 : 200;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text ?? ""));
            context.Response.Close();
        }
    }
}
