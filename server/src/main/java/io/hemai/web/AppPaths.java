package io.hemai.web;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are the web application's: all but those of the API and of the looks into the running server. */
public final class AppPaths {
    private AppPaths() {}

    /** Whether the request is for a page or a file of the application, which are the same for everybody. */
    public static boolean isOfApp(HttpServletRequest request) {
        String path = request.getServletPath() + "/";
        return !path.startsWith("/api/") && !path.startsWith("/actuator/") && !path.equals("/error/");
    }

    /** Whether a file is asked for: the last part of the path has an extension. */
    static boolean isOfFile(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.indexOf('.', path.lastIndexOf('/')) >= 0 && !path.equals("/index.html");
    }
}
