using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

/// <summary>A web server on this machine that hands every request to `git http-backend`, as Apache would.</summary>
internal sealed class GitHttpServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string _root;

    private GitHttpServer(HttpListener listener, string root, string address)
    {
        _listener = listener;
        _root = root;
        Address = address;
    }

    /// <summary>With a slash at the end.</summary>
    public string Address { get; }

    public static GitHttpServer Start(string root)
    {
        var address = $"http://127.0.0.1:{FreePort()}/";
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        var server = new GitHttpServer(listener, root, address);
        _ = Task.Run(server.ServeAsync);
        return server;
    }

    public void Dispose() => _listener.Close();

    private static string FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        var start = new ProcessStartInfo("git", "http-backend") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        var environment = start.Environment;
        environment["GIT_PROJECT_ROOT"] = _root;
        environment["GIT_HTTP_EXPORT_ALL"] = "1";
        environment["REQUEST_METHOD"] = request.HttpMethod;
        environment["PATH_INFO"] = request.Url!.AbsolutePath;
        environment["QUERY_STRING"] = request.Url.Query.TrimStart('?');
        environment["CONTENT_TYPE"] = request.ContentType ?? "";
        environment["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"] ?? "";
        environment["GIT_PROTOCOL"] = request.Headers["Git-Protocol"] ?? "";
        environment["REMOTE_ADDR"] = "127.0.0.1";
        if (request.ContentLength64 >= 0)
            environment["CONTENT_LENGTH"] = request.ContentLength64.ToString(CultureInfo.InvariantCulture);

        using var process = Process.Start(start)!;
        var output = new MemoryStream();
        var read = process.StandardOutput.BaseStream.CopyToAsync(output);
        await request.InputStream.CopyToAsync(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        await read;
        Answer(context.Response, output.ToArray());
    }

    private static void Answer(HttpListenerResponse response, byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in System.Text.Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var (name, value) = line.Split(": ", 2) is [var left, var right] ? (left, right) : (line, "");
            if (name == "Status")
                response.StatusCode = int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture);
            else
                response.AddHeader(name, value);
        }

        response.OutputStream.Write(answer, end + 4, answer.Length - end - 4);
        response.Close();
    }
}
