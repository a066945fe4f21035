// À réparer : les lignes du support de 2013, telles quelles.
// #region origine
wsServer.on('request', function(request) {
    // verifier l'origine puis accepter la connexion
    var connection = request.accept(null, request.origin);
});
// #endregion
